'use client'
import dynamic from 'next/dynamic'
import { EditFormLoading } from '@/components/forms/EditFormLoading'

/** The form runs in the browser only, where its drafts are. */
export const SourceEditor = dynamic(() => import('./SourceForm'), { ssr: false, loading: EditFormLoading })
