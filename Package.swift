// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "inspel",
  products: [
    .executable(name: "inspel", targets: ["inspel"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
  ],
  targets: [
    // C libraries of the system.
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CLibZ", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    // What Swift cannot say: one instruction, and no library.
    .systemLibrary(name: "CPrefetch"),

    // Bytes to records with positions; no word of the domain.
    .target(name: "Records"),
    .target(name: "CSVReading", dependencies: ["Records", "CLibCSV"]),
    .target(name: "XMLReading", dependencies: ["Records", "CLibXML2"]),
    .target(name: "Archives", dependencies: ["Records", "CLibZip", "CLibZ"]),
    .target(name: "SpreadsheetReading", dependencies: ["Records", "XMLReading", "Archives"]),

    // The vocabulary, and the rooms that speak it. They do not know each other.
    .target(name: "DialogueModel"),
    .target(name: "DialogueFiles", dependencies: ["DialogueModel", "Yams"]),
    .target(
      name: "Ingest",
      dependencies: [
        "DialogueModel", "Records", "CSVReading", "XMLReading", "Archives", "SpreadsheetReading",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "ReferenceTables", dependencies: ["DialogueModel", "Records", "CSVReading"]),
    .target(name: "Refine", dependencies: ["DialogueModel", "Records", "CPrefetch", "CXXHash"]),
    .target(name: "Tagging", dependencies: ["DialogueModel", "CPrefetch"]),
    .target(name: "Representation", dependencies: ["DialogueModel"]),
    .target(name: "Policy", dependencies: ["DialogueModel"]),
    .target(
      name: "Register",
      dependencies: [
        "DialogueModel", "Records",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(name: "Annex", dependencies: ["DialogueModel", "Representation"]),

    // The way through the house, and the command line.
    .target(
      name: "Pipeline",
      dependencies: [
        "DialogueModel", "DialogueFiles", "Records", "CSVReading", "XMLReading", "Ingest",
        "Refine", "Tagging", "Representation", "ReferenceTables", "Policy", "Register", "Annex",
        "CPrefetch",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .executableTarget(
      name: "inspel",
      dependencies: [
        "Pipeline", "DialogueModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),

    // Tests, one target for each room; what several of them need is in TestSupport.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .target(
      name: "ArchiveTestSupport", dependencies: ["CLibZ", "Records"],
      path: "Tests/ArchiveTestSupport"),
    .testTarget(name: "RecordsTests", dependencies: ["Records"]),
    .testTarget(name: "CSVReadingTests", dependencies: ["CSVReading", "Records", "CLibCSV"]),
    .testTarget(name: "XMLReadingTests", dependencies: ["XMLReading", "Records"]),
    .testTarget(
      name: "ArchivesTests", dependencies: ["Archives", "Records", "ArchiveTestSupport"]),
    .testTarget(
      name: "SpreadsheetReadingTests",
      dependencies: ["SpreadsheetReading", "Archives", "Records", "ArchiveTestSupport"]),
    .testTarget(name: "DialogueFilesTests", dependencies: ["DialogueFiles", "DialogueModel"]),
    .testTarget(
      name: "IngestTests",
      dependencies: ["Ingest", "DialogueFiles", "DialogueModel", "Records", "TestSupport"]),
    .testTarget(name: "ReferenceTablesTests", dependencies: ["ReferenceTables", "DialogueModel"]),
    .testTarget(
      name: "RefineTests", dependencies: ["Refine", "Records", "DialogueModel", "TestSupport"]),
    .testTarget(name: "TaggingTests", dependencies: ["Tagging", "DialogueModel", "TestSupport"]),
    .testTarget(name: "RepresentationTests", dependencies: ["Representation", "DialogueModel"]),
    // Inspel's part of the comparison with other raking programs; no product.
    .executableTarget(
      name: "RakeBench", dependencies: ["Representation"],
      path: "Tests/Comparison/raking/InspelRake"),
    // Inspel's part of the comparison of taggers in the benchmark; no product.
    .executableTarget(
      name: "TagBench", dependencies: ["Tagging", "DialogueFiles"],
      path: "Tests/Performance/TagBench"),
    .testTarget(name: "PolicyTests", dependencies: ["Policy", "DialogueFiles", "DialogueModel"]),
    .testTarget(name: "DialogueModelTests", dependencies: ["DialogueModel"]),
    .testTarget(
      name: "RegisterTests",
      dependencies: [
        "Register", "DialogueModel", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "AnnexTests", dependencies: ["Annex", "DialogueModel", "Representation"],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "DocumentationTests",
      dependencies: ["DialogueModel", "Policy", "TestSupport", "inspel"]),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Pipeline", "Annex", "DialogueModel", "Register", "TestSupport", "ArchiveTestSupport",
        "inspel",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

// Debug builds, and so the tests, check that no value is read while it is written. In a release
// the check costs a tenth of a run, at places that the tests have been through.
for target in package.targets where [.regular, .executable].contains(target.type) {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))
    ]
}
