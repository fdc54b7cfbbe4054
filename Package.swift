// swift-tools-version: 6.3
import PackageDescription

/// What every target of ours is compiled with; docs/decisions.md says why each is on.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

func cLibrary(_ name: String, pkgConfig: String? = nil, debian: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/CLibraries/\(name)", pkgConfig: pkgConfig,
    providers: [.apt([debian])])
}

func module(_ name: String, knows dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  of name: String, with others: [Target.Dependency] = [], excluding paths: [String] = []
) -> Target {
  let support: [Target.Dependency] = name == "TestSupport" ? [] : ["TestSupport"]
  return .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + others + support,
    exclude: paths, swiftSettings: settings)
}

let package = Package(
  name: "Kindred",
  products: [
    .executable(name: "kindred", targets: ["kindred"])
  ],
  targets: [
    // Debian's C libraries: module maps and shims, no Swift.
    cLibrary("CCSV", debian: "libcsv-dev"),
    cLibrary("CYAML", pkgConfig: "yaml-0.1", debian: "libyaml-dev"),
    cLibrary("CSQLite", pkgConfig: "sqlite3", debian: "libsqlite3-dev"),
    cLibrary("CSodium", pkgConfig: "libsodium", debian: "libsodium-dev"),
    cLibrary("CCrypto", pkgConfig: "libcrypto", debian: "libssl-dev"),
    cLibrary("CArchive", pkgConfig: "libarchive", debian: "libarchive-dev"),
    cLibrary("CMicroHTTPD", pkgConfig: "libmicrohttpd", debian: "libmicrohttpd-dev"),
    cLibrary("CXLSXWriter", pkgConfig: "xlsxwriter", debian: "libxlsxwriter-dev"),

    // One wrapper for each; none of them has heard of families.
    module("CSVFiles", knows: ["CCSV"]),
    module("YAMLFiles", knows: ["CYAML"]),
    module("SQLiteAccess", knows: ["CSQLite"]),
    module("Sealing", knows: ["CSodium", "CCrypto"]),
    module("Archives", knows: ["CArchive"]),
    module("Workbooks", knows: ["CXLSXWriter", "Archives"]),
    module("HTTPServing", knows: ["CMicroHTTPD"]),
    module("Disk"),

    // The words, and the stages that know only the words.
    module("Vocabulary"),
    module("Intake", knows: ["Vocabulary", "YAMLFiles", "CSVFiles", "Sealing"]),
    module("Linkage", knows: ["Vocabulary", "YAMLFiles"]),
    module("Families", knows: ["Vocabulary", "YAMLFiles"]),
    module("Criteria", knows: ["Vocabulary", "YAMLFiles"]),
    module("Journeys", knows: ["Vocabulary", "YAMLFiles"]),
    module("Store", knows: ["Vocabulary", "SQLiteAccess", "Sealing", "YAMLFiles"]),
    module(
      "Reports",
      knows: ["Vocabulary", "Linkage", "Store", "SQLiteAccess", "CSVFiles", "Workbooks"]),
    module("Cohorts", knows: ["Vocabulary", "YAMLFiles"]),
    module("Claims", knows: ["Vocabulary", "YAMLFiles"]),
    module("Synthesis", knows: ["Vocabulary", "CSVFiles"]),

    module(
      "LinkageFiles",
      knows: ["Vocabulary", "Linkage", "CSVFiles", "YAMLFiles", "Disk", "Sealing"]),

    // The run, and the command line.
    module(
      "Pipelines",
      knows: [
        "Vocabulary", "Intake", "Store", "Reports", "Disk", "Sealing", "Archives", "YAMLFiles",
        "CSVFiles", "SQLiteAccess", "Linkage", "LinkageFiles", "Families", "Criteria", "Journeys",
        "Cohorts", "Claims", "Workbooks",
      ]),
    module(
      "ReviewSite",
      knows: [
        "Vocabulary", "Linkage", "Pipelines", "Store", "Reports", "HTTPServing", "Sealing", "Disk",
        "SQLiteAccess", "YAMLFiles", "CSVFiles", "Criteria", "Journeys", "Cohorts", "Claims",
      ]),
    module(
      "KindredCommand",
      knows: [
        "Vocabulary", "Intake", "Linkage", "LinkageFiles", "Journeys", "Pipelines", "Store",
        "Reports", "CSVFiles", "Synthesis", "Disk", "SQLiteAccess", "Sealing", "YAMLFiles",
        "Criteria", "Cohorts", "Claims", "ReviewSite", "HTTPServing", "Workbooks",
      ]),
    .executableTarget(name: "kindred", dependencies: ["KindredCommand"], swiftSettings: settings),

    // Tests.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests(of: "TestSupport"),
    tests(of: "CSVFiles", with: ["CCSV"]),
    tests(of: "YAMLFiles"),
    tests(of: "SQLiteAccess"),
    tests(of: "Sealing"),
    tests(of: "Archives"),
    tests(of: "Workbooks"),
    tests(of: "HTTPServing"),
    tests(of: "Disk"),
    tests(of: "Vocabulary"),
    tests(of: "Intake", with: ["Vocabulary", "YAMLFiles", "CSVFiles"]),
    tests(of: "Linkage", with: ["Vocabulary", "YAMLFiles"]),
    tests(of: "Families", with: ["Vocabulary", "YAMLFiles"]),
    tests(of: "Criteria", with: ["Vocabulary", "YAMLFiles", "Intake"]),
    tests(of: "Journeys", with: ["Vocabulary", "YAMLFiles", "Synthesis"]),
    tests(of: "Store", with: ["Vocabulary", "SQLiteAccess", "YAMLFiles"]),
    tests(of: "Cohorts", with: ["Vocabulary", "YAMLFiles"]),
    tests(of: "Claims", with: ["Vocabulary", "YAMLFiles"]),
    tests(
      of: "Reports", with: ["Vocabulary", "Store", "SQLiteAccess", "Workbooks"],
      excluding: ["Snapshots", "Claims/Snapshots"]),
    tests(of: "Synthesis", with: ["Vocabulary", "YAMLFiles", "Archives"]),
    tests(
      of: "Pipelines",
      with: [
        "Disk", "Store", "Intake", "Linkage", "Vocabulary", "SQLiteAccess", "Sealing", "YAMLFiles",
        "Families", "Claims", "Cohorts", "Reports", "Workbooks",
      ], excluding: ["Reporting/Snapshots", "Programme/Snapshots"]),
    tests(
      of: "ReviewSite",
      with: [
        "Vocabulary", "Pipelines", "Store", "HTTPServing", "Sealing", "Disk", "Reports",
        "SQLiteAccess", "Linkage", "Cohorts", "Claims", "kindred",
      ]),
    .testTarget(
      name: "TortureTests", dependencies: ["kindred", "TestSupport"], exclude: ["Faults"],
      swiftSettings: settings),
    tests(
      of: "KindredCommand",
      with: ["Vocabulary", "Disk", "Pipelines", "Store", "SQLiteAccess", "Workbooks"],
      excluding: ["Snapshots"]),
  ]
)
