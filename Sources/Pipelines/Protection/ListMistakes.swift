import Intake
import YAMLFiles

/// The words for what is wrong with a list; none of them repeats what a cell says.
enum ListMistakes {
  /// Reads a table whose mistake is told with the file's name.
  static func told<Value>(
    in name: String, _ reading: () throws(ListTable.Mistake) -> Value
  ) throws(PipelineMistakes) -> Value {
    do throws(ListTable.Mistake) {
      return try reading()
    } catch {
      throw PipelineMistakes(mistakes: [mistake(error.what, in: name, line: error.line)])
    }
  }

  static func mistake(
    _ what: String, in name: String, line: Int, advice: String? = nil
  ) -> YAMLMistake {
    YAMLMistake(
      file: name, mark: YAMLMark(line: line, column: 1), what: what, suggestion: advice)
  }

  /// A heading that is none is not repeated: in a table without a header it is somebody's name.
  static func noHeading(_ column: Int, in name: String, among known: [String]) -> YAMLMistake {
    mistake(
      "the heading of column \(column + 1) is none of those there are", in: name, line: 1,
      advice: "use some of \(known.joined(separator: ", "))")
  }

  static func mistake(
    _ problem: SuppressionTable.Problem, _ headings: [String], in name: String, line: Int
  ) -> YAMLMistake {
    switch problem {
    case .unknownHeading(let column):
      noHeading(column, in: name, among: SuppressionTable.headings)
    case .repeatedHeading(let column):
      mistake("the heading of column \(column + 1) was there before", in: name, line: line)
    case .namesNobody:
      mistake(
        "the headings name nobody", in: name, line: line,
        advice: "have a number among them, or all of surname, forename and born")
    case .badCell(let column):
      mistake(
        "what stands under '\(headings[column])' is none", in: name, line: line,
        advice: "correct it; nothing was written")
    case .emptyRow:
      mistake(
        "the row says of nobody who they are", in: name, line: line,
        advice: "give a number, or all of surname, forename and born")
    }
  }
}
