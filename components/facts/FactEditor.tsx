'use client'
import dynamic from 'next/dynamic'
import { EditFormLoading } from '@/components/forms/EditFormLoading'

/** The form and its editor are fetched only here, where somebody writes, and live in the browser alone. */
export const FactEditor = dynamic(() => import('./FactForm'), { ssr: false, loading: EditFormLoading })
