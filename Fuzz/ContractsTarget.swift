import Intake
import Vocabulary
import YAMLFiles

/// Reads the bytes as a source contract: a contract, or mistakes, each with a place and words.
func tryContract(_ bytes: [UInt8]) {
  guard let document = try? YAMLDocument.parse(bytes, name: "fuzzed.yaml") else { return }
  var mistakes: [YAMLMistake] = []
  let contract = SourceContract.read(
    document, named: "fuzzed", vocabulary: Council.sample.vocabulary, collecting: &mistakes)
  precondition(contract != nil || !mistakes.isEmpty, "no contract, and nothing wrong")
  for mistake in mistakes {
    precondition(mistake.line >= 1 && mistake.column >= 1, "a mistake needs a place")
    precondition(!mistake.what.isEmpty, "a mistake needs words")
  }
}
