'use client'
import dynamic from 'next/dynamic'
import { EditFormLoading } from '@/components/forms/EditFormLoading'

/** Loads the form and its editor only on this page, in the browser only. */
export const FactEditor = dynamic(() => import('./FactForm'), { ssr: false, loading: EditFormLoading })
