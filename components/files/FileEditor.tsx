'use client'
import dynamic from 'next/dynamic'
import { EditFormLoading } from '@/components/forms/EditFormLoading'

/** The form runs in the browser only, where its drafts are. */
export const FileEditor = dynamic(() => import('./FileForm'), { ssr: false, loading: EditFormLoading })
