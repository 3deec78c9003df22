import type { Metadata } from 'next'
import { CategoryTreeSheet } from '@/components/pages/CategoryTree'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadCategoryTree } from '@/lib/pages/category-tree'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({ title: messages().ways.categories.title })

export default async function CategoriesPage({ searchParams }: { searchParams: Query }) {
  const { after } = await readQuery(searchParams, routes.categories)
  return <CategoryTreeSheet tree={await loadCategoryTree(after)} />
}
