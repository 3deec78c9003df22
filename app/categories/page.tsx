import type { Metadata } from 'next'
import { CategoryTreeSheet } from '@/components/pages/CategoryTree'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadCategoryTree } from '@/lib/pages/category-tree'
import { paths, routes } from '@/lib/routes'
import { headOf } from '@/lib/sharing/heads'

export async function generateMetadata({ searchParams }: { searchParams: Query }): Promise<Metadata> {
  const path = paths.categories(await readQuery(searchParams, routes.categories))
  const { title, lead: description } = messages().ways.categories
  return headOf({ title, description, path })
}

export default async function CategoriesPage({ searchParams }: { searchParams: Query }) {
  const { after } = await readQuery(searchParams, routes.categories)
  return <CategoryTreeSheet tree={await loadCategoryTree(after)} />
}
