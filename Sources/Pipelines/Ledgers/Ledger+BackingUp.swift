public import Disk
public import Store

extension Ledger {
  /// Copies the ledger, the note of how far it had come, and the key of public references into a folder that appears whole or
  /// not at all.
  ///
  /// The file alone is no backup while others have it open: what was written last lies beside it. The copy has everything up
  /// to one entry, and is gone through before it counts.
  ///
  /// - Parameter folder: A folder that is not there yet, or is empty.
  /// - Returns: How far the copy comes.
  /// - Throws: What is wrong with the ledger, or with the disk.
  public mutating func backUp(to folder: Path) throws -> LedgerHead {
    if let fault = try fault() { throw RunProblem.ledgerDamaged(fault) }
    guard try Files.kind(of: folder) == nil || Files.list(folder).isEmpty else {
      throw RunProblem.backupThere(folder)
    }
    let copy = Workspace(Path(folder.text + ".part"))
    try Files.removeTree(copy.folder)
    try Files.createFolder(copy.folder)
    try PrivateFile.make(copy.ledger)
    try file.copy(to: copy.ledger.text)
    let head = try Self.checked(copy)
    try Files.writeAtomically(Array(head.text.utf8), to: copy.ledgerHead)
    if try Files.kind(of: workspace.referenceKey) != nil {
      try Files.writeAtomically(try Files.read(workspace.referenceKey), to: copy.referenceKey)
    }
    try FileSync.synchronise(copy.ledger)
    try Files.move(copy.folder, to: folder)
    return head
  }

  /// How far a copy comes, when every entry of it is as it was written.
  private static func checked(_ copy: Workspace) throws -> LedgerHead {
    var ledger = try Ledger(copy)
    if let fault = try ledger.fault() { throw RunProblem.ledgerDamaged(fault) }
    return try ledger.head()
  }
}
