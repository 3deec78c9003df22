'use client'
import dynamic from 'next/dynamic'
import { DeskLoading } from '@/components/editor/DeskLoading'

/** The form lives in the browser alone, where its drafts are. */
export const SourceEditor = dynamic(() => import('./SourceForm'), { ssr: false, loading: DeskLoading })
