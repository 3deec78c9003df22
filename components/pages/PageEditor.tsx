'use client'
import dynamic from 'next/dynamic'
import { EditFormLoading } from '@/components/forms/EditFormLoading'

/** The form and its editor are fetched only here, where somebody writes, and live in the browser alone. */
export const PageEditor = dynamic(() => import('./PageForm'), { ssr: false, loading: EditFormLoading })
