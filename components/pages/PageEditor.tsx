'use client'
import dynamic from 'next/dynamic'
import { EditFormLoading } from '@/components/forms/EditFormLoading'

/** Loads the form and its editor only on this page, in the browser only. */
export const PageEditor = dynamic(() => import('./PageForm'), { ssr: false, loading: EditFormLoading })
