export default function FrontPage() {
  return <h1>Loreleaf</h1>
}
