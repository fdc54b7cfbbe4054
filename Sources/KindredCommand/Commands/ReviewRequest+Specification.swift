import Vocabulary

extension ReviewRequest {
  static let specification = CommandSpecification(
    name: "review",
    group: .decide,
    abstract: "Look at what is in doubt, decide it, and judge the linkage",
    discussion: [
      """
      'next' shows what is most worth a look: decisions whose details have changed since, then \
      decisions that contradict one another, then pairs by how likely they are wrong times how \
      much hangs on them. The values of both records are shown: use it where you may see them.
      """,
      """
      'decide KIND KEY …' notes a decision in the ledger; it counts from the next run on. Kinds: \
      match, not-match, cannot-tell, same-household (two keys); split (a key, and the keys that it \
      is split from); join-family, leave-family (a key of the person, a key of anyone in the \
      family); override, local-discretion (a key of anyone in the family); note. Nothing is ever \
      changed or removed: 'undo NUMBER' notes that an earlier decision no longer holds.
      """,
      """
      'export FILE' and 'import FILE' are CSV or JSON, by the file's name. An import is all or \
      nothing, and every mistake is told with line and column.
      """,
      """
      'sample DIR' draws pairs of every kind by a seed and writes DIR/sample.csv, without a word \
      of what the machine said. Fill in 'answer' with match, not-match or cannot-tell; 'score DIR' \
      then gives precision and recall with exact intervals, what nobody could tell counted both \
      ways. The sample is sealed: it is drawn again from the run, and the ledger knows it.
      """,
    ],
    positionals: [
      Positional(
        name: "ACTION", kind: .choice(Action.allCases.map(\.rawValue)), help: "What to do."),
      Positional(
        name: "WHAT", kind: .text, isRequired: false, isRepeatable: true,
        help: "What it is done with: a kind and keys, a number, a file or a folder."),
    ],
    options: options,
    examples: [
      Example("kindred review next", "What is most worth a look."),
      Example(
        "kindred review decide match 3f9a0c1b2d4e5f60 8a7b6c5d4e3f2a10 --reason same-number",
        "Two records are one person."),
      Example("kindred review undo 17 --reason mistake", "Decision 17 no longer holds."),
      Example("kindred review export decisions.csv", "Every decision, with how it stands."),
      Example("kindred review sample quality --size 300 --seed 7", "Draw pairs to be judged."),
      Example("kindred review score quality", "Precision and recall, once they are judged."),
    ],
    exitNotes: [
      ExitNote(.done, "Done; for decide, undo and import: noted in the ledger."),
      ExitNote(
        .dataRefused, "A record, decision or sample is not there, or a file has mistakes."),
    ])

  private static let options: [Option] = [
    .workspace,
    Option(
      name: "run", value: OptionValue("RUN", .text),
      help: "Look at this run and not at the live one."),
    Option(
      name: "reason",
      value: OptionValue("REASON", .choice(DecisionReason.allCases.map(\.rawValue))),
      help: "Why; decide and undo need it."),
    Option(
      name: "role", value: OptionValue("ROLE", .choice(DecisionRole.allCases.map(\.rawValue))),
      help: "As what you decide; reviewer without it."),
    Option(
      name: "comment", value: OptionValue("FILE", .path),
      help: """
        Take the comment from this file; - is the standard input. It is never on the command \
        line, which other accounts can see. No more personal data than needed.
        """),
    Option(
      name: "as", value: OptionValue("ROLE", .choice(FamilyRole.allCases.map(\.rawValue))),
      help: "For join-family: the part that the person has."),
    Option(
      name: "since", value: OptionValue("DATE", .day),
      help: "For families: the first day that it is about."),
    Option(
      name: "until", value: OptionValue("DATE", .day),
      help: "For families: the last day that it is about."),
    Option(
      name: "pack", value: OptionValue("PACK", .text),
      help: "For override and local-discretion: the pack."),
    Option(
      name: "criterion", value: OptionValue("NAME", .text),
      help: "For override: the criterion of the pack."),
    Option(
      name: "finding",
      value: OptionValue("FINDING", .choice(RuledFinding.allCases.map(\.rawValue))),
      help: "For override: what is found."),
    Option(name: "out", help: "For local-discretion: the family is kept out."),
    Option(
      name: "supersedes", value: OptionValue("NUMBER", .number(1...Int.max)),
      help: "For decide: the decision that this one takes the place of."),
    Option(
      name: "limit", value: OptionValue("N", .number(0...Int.max)),
      help: "For next: show so many (1 without it); 0 tells how many there are."),
    Option(
      name: "seed", value: OptionValue("N", .number(0...Int.max)),
      help: "For sample: the same seed draws the same pairs; 1 without it."),
    Option(
      name: "size", value: OptionValue("N", .number(1...200_000)),
      help: "For sample: how many pairs; 400 without it."),
    .format,
  ]
}
