import Linkage
import TestSupport
import Testing
import YAMLFiles

@Suite struct ModelFileTests {
  private static func read(_ text: String) -> (model: LinkageModel?, mistakes: [String]) {
    var mistakes: [YAMLMistake] = []
    let model = LinkageModel.read(Array(text.utf8), name: "model.json", mistakes: &mistakes)
    return (model, mistakes.map(\.description))
  }

  @Test(arguments: [MadeModel.small, MadeModel.withLookAlikes])
  func `a model is read back as it was written`(_ model: LinkageModel) {
    let (read, mistakes) = Self.read(model.json)
    #expect(mistakes == [])
    #expect(read == model)
    #expect(read?.json == model.json)
  }

  @Test func `every double is read back to the bit`() {
    var random = SplitMix64(seed: 21)
    var model = MadeModel.small
    for _ in 0..<50 {
      let m = Double.random(in: 0..<1, using: &random) / Double(1 << random.below(50))
      model.comparisons[1].levels[0].m = m
      model.comparisons[1].levels[1].m = 1 - m
      model.prior = m / 2
      model.priorRecords = Bool.random(using: &random) ? random.below(1 << 40) + 1 : nil
      #expect(Self.read(model.json).model == model)
    }
  }

  /// Settings of the shape of the small model, in which strangers share the surname by living in one place.
  static let localSurname = """
    linkage: made
    version: 1
    mode: deduplicate
    columns: { surname: name, sex: code }
    comparisons:
      - name: surname
        levels:
          - { when: exact(surname), local: true }
          - jaro_winkler(surname) >= 0.92
      - name: sex
        levels: [exact(sex)]
    blocking: [surname]
    """

  @Test func `more records make it less likely that two are one person, and fewer no likelier`()
    throws
  {
    var model = MadeModel.small
    let settings = try MadeRecords.settings(Self.localSurname)
    #expect(model.fitted(toRecords: 1_000_000_000, settings) == model)
    model.priorRecords = 1_000
    for count in [0, 1, 999, 1_000] { #expect(model.fitted(toRecords: count, settings) == model) }
    let fitted = model.fitted(toRecords: 4_000, settings)
    #expect(fitted.prior == model.prior / 4)
    #expect(fitted.priorWeight < model.priorWeight - 1.999)
    // What strangers share in one place becomes as much rarer, and the rest stays.
    #expect(fitted.comparisons[0].levels.map(\.u) == [0.0125, 0.2, 0.7875])
    #expect(fitted.comparisons[0].levels.map(\.m) == model.comparisons[0].levels.map(\.m))
    #expect(fitted.comparisons[1] == model.comparisons[1])
  }

  @Test func `a model is not fitted by the settings of another`() async {
    await #expect(processExitsWith: .failure) {
      var model = MadeModel.small
      model.priorRecords = 1_000
      model.comparisons[0].levels.removeFirst()
      _ = model.fitted(toRecords: 4_000, try MadeRecords.settings(Self.localSurname))
    }
  }

  @Test func `a model file is easy to read, a level on a line`() {
    #expect(
      MadeModel.small.json == """
        {
          "kindred_model": 1,
          "name": "people",
          "version": 3,
          "settings_digest": "abc123",
          "prior": 0.0001,
          "prior_from": {"kind": "rules", "recall": 0.7},
          "comparisons": [
            {"name": "surname", "levels": [
              {"label": "the same", "m": 0.8, "u": 0.05, "m_from": {"kind": "blocks", "blocks": ["born on a day", "postcode"]}, "u_from": {"kind": "value_frequencies"}},
              {"label": "near, 0.92 or more", "m": 0.125, "u": 0.2, "m_from": {"kind": "blocks", "blocks": ["born on a day"]}, "u_from": {"kind": "random_pairs", "pairs": 1000000}},
              {"label": "anything else", "m": 0.075, "u": 0.75, "m_from": {"kind": "usual"}, "u_from": {"kind": "settings"}}
            ]},
            {"name": "sex", "levels": [
              {"label": "the same", "m": 0.96875, "u": 0.5, "m_from": {"kind": "labels", "pairs": 64}, "u_from": {"kind": "usual"}},
              {"label": "anything else", "m": 0.03125, "u": 0.5, "m_from": {"kind": "settings"}, "u_from": {"kind": "usual"}}
            ]}
          ],
          "settings": "name: \\"people\\"\\n\\tcolumns: [a, b]\\u2028é\\u0085\\\\"
        }

        """)
  }

  @Test(arguments: [
    (
      name: "another form", old: "\"kindred_model\": 1", new: "\"kindred_model\": 2",
      mistake:
        "model.json:2:20: the model has form 2, but this program reads form 1; train the model anew"
    ),
    (
      name: "a mistyped key", old: "\"prior\"", new: "\"pryor\"",
      mistake: "model.json:6:3: unknown key 'pryor'; did you mean 'prior'?"
    ),
    (
      name: "a prior of 1", old: "\"prior\": 0.0001", new: "\"prior\": 1",
      mistake: "model.json:6:12: 'prior' has to be above 0 and below 1"
    ),
    (
      name: "no number", old: "\"m\": 0.8", new: "\"m\": \"0.8\"",
      mistake: "model.json:10:34: 'm' has to be a number"
    ),
    (
      name: "m of 0", old: "\"m\": 0.8", new: "\"m\": 0",
      mistake: "model.json:10:34: 'm' has to be above 0 and at most 1"
    ),
    (
      name: "m that does not add up", old: "\"m\": 0.125", new: "\"m\": 0.25",
      mistake: "model.json:9:35: the m of the levels of 'surname' add up to 1.125, not to 1"
    ),
    (
      name: "a label twice", old: "near, 0.92 or more", new: "the same",
      mistake: "model.json:9:35: two levels of 'surname' are called 'the same'"
    ),
    (
      name: "a comparison twice", old: "\"sex\"", new: "\"surname\"",
      mistake: "model.json:8:18: two comparisons are called 'surname'"
    ),
    (
      name: "an origin unheard of", old: "\"kind\": \"labels\"", new: "\"kind\": \"labelz\"",
      mistake: "'labelz' is no value of 'kind'; did you mean 'labels'?"
    ),
    (
      name: "no levels", old: "\"settings\": \"name", new: "\"settings\": 5, \"x\": \"name",
      mistake: "'settings' has to be a text in quotes"
    ),
    (name: "not JSON", old: "{\n", new: "{{\n", mistake: "model.json:"),
  ])
  func `a mistake in a model is told with its place`(
    _ example: (name: String, old: String, new: String, mistake: String)
  ) throws {
    let text = MadeModel.small.json
    let place = try #require(text.firstRange(of: example.old))
    let (model, mistakes) = Self.read(text.replacingCharacters(in: place, with: example.new))
    #expect(model == nil)
    #expect(mistakes.contains { $0.contains(example.mistake) }, "\(mistakes)")
  }

  @Test(arguments: [
    (
      name: "a comparison that is not there", old: "\"held\": [\"sex\"]",
      new: "\"held\": [\"sox\"]",
      mistake: "'sox' is no value of item 1 of 'held'; did you mean 'sex'?"
    ),
    (
      name: "a likelihood too many", old: "[0.5, 0.5]", new: "[0.25, 0.25, 0.5]",
      mistake: "'sex' has 3 likelihoods for 2 levels"
    ),
    (
      name: "likelihoods that don't add up", old: "[0.5, 0.5]", new: "[0.5, 0.25]",
      mistake: "the likelihoods of 'sex' do not add up to 1"
    ),
    (
      name: "a comparison left out", old: ", \"sex\": [0.5, 0.5]", new: "",
      mistake: "'likelihoods' lacks the key 'sex'"
    ),
  ])
  func `a mistake in look-alikes is told`(
    _ example: (name: String, old: String, new: String, mistake: String)
  ) throws {
    let text = MadeModel.withLookAlikes.json
    let place = try #require(text.firstRange(of: example.old))
    let (model, mistakes) = Self.read(text.replacingCharacters(in: place, with: example.new))
    #expect(model == nil)
    #expect(mistakes.contains { $0.contains(example.mistake) }, "\(mistakes)")
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: text)
    return copy
  }
}
