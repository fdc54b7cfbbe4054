/// What other pages need of a report to link to it.
struct BookLink: Hashable, Sendable {
  var name: String
  var title: String
  var short: String
  var question: String
  var figures: [ReportBook.Figure]

  init(_ book: ReportBook) {
    name = book.name
    title = book.title
    short = book.short
    question = book.question
    figures = book.figures
  }
}
