import Store

/// Where records went: what was read is what was accepted, quarantined and skipped.
struct RecordAccount: Hashable, Sendable {
  var read = 0
  var accepted = 0
  var quarantined = 0
  var skipped = 0

  init(_ extract: ExtractSummary) {
    read = extract.read
    accepted = extract.accepted
    quarantined = extract.quarantined
    skipped = extract.skipped
  }

  init(sum accounts: [RecordAccount]) {
    for account in accounts {
      read += account.read
      accepted += account.accepted
      quarantined += account.quarantined
      skipped += account.skipped
    }
  }

  var balances: Bool { read == accepted + quarantined + skipped }

  /// How much of the data was quarantined; headers and blank rows are no data.
  var quarantinedShare: Share { Share(quarantined, of: accepted + quarantined) }
}
