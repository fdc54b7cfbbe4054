import Linkage

/// Models and trainings for tests.
enum MadeModel {
  static let small = LinkageModel(
    name: "people", version: 3, prior: 0.000_1, priorOrigin: .rules(recall: 0.7),
    comparisons: [
      ComparisonModel(
        name: "surname",
        levels: [
          LevelModel(
            label: "the same", m: 0.8, u: 0.05, mOrigin: .blocks(["born on a day", "postcode"]),
            uOrigin: .valueFrequencies),
          LevelModel(
            label: "near, 0.92 or more", m: 0.125, u: 0.2, mOrigin: .blocks(["born on a day"]),
            uOrigin: .randomPairs(1_000_000)),
          LevelModel(
            label: "anything else", m: 0.075, u: 0.75, mOrigin: .usual, uOrigin: .settings),
        ]),
      ComparisonModel(
        name: "sex",
        levels: [
          LevelModel(label: "the same", m: 0.96875, u: 0.5, mOrigin: .labels(64)),
          LevelModel(label: "anything else", m: 0.03125, u: 0.5, mOrigin: .settings),
        ]),
    ],
    settingsDigest: "abc123", settings: "name: \"people\"\n\tcolumns: [a, b]\u{2028}é\u{85}\\")

  /// The same with look-alikes of an address: other first names, one surname.
  static var withLookAlikes: LinkageModel {
    var model = small
    model.lookAlikes = [
      LookAlikes(
        block: "address", probability: 0.000_25, strangers: 0.000_5, held: [1],
        likelihoods: [[0.75, 0.125, 0.125], [0.5, 0.5]])
    ]
    return model
  }
}
