'use client'
import dynamic from 'next/dynamic'
import { EditFormLoading } from '@/components/forms/EditFormLoading'

/** The form lives in the browser alone, where its drafts are. */
export const SourceEditor = dynamic(() => import('./SourceForm'), { ssr: false, loading: EditFormLoading })
