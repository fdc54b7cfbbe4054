import Disk

/// What doctor measures of the machine.
struct MachineFacts: Equatable, Sendable {
  var cores: Int
  var memory: Int
  var secondsSince1970: Int
  var sqliteVersion: String
}

/// What doctor measures of the workspace.
struct WorkspaceFacts: Equatable, Sendable {
  /// What is at the workspace's path.
  enum Kind: Equatable, Sendable {
    case folder(mode: UInt32, isOwn: Bool)
    case missing(parentIsWritable: Bool)
    case notAFolder
    case unreadable(DiskError)
  }

  /// What `current` is.
  enum CurrentLink: Equatable, Sendable {
    case absent
    case leads(to: String)
    case leadsNowhere(String)
    case notALink
  }

  var path: String
  var kind: Kind
  var freeBytes: Int?
  var current = CurrentLink.absent

  /// What publishing needs of the disk, tried in a folder of doctor's own.
  var trial: [DiskTrial.Step: DiskError] = [:]

  /// Files that a run which was killed has left.
  var leftovers = 0
}
