/// What a tagger does, as one value that owns all its storage.
///
/// Two texts can be with it: one that is tagged, and the next, which has been read already. So what
/// is known of the next one's words is on its way from memory while the first is tagged.
///
/// One of the files with unsafe code: it reads token bytes through the scanner's pointers.
struct TaggingEngine: ~Copyable {
  /// A phrase of which the first words have been read.
  private struct OpenPhrase {
    var state: UInt32
    var start: UInt32
    var firstToken: UInt32
  }

  /// The token before the current one, as far as the current one has to know it.
  private struct Previous {
    var start: UInt32 = 0
    var end: UInt32 = 0
    var splitNode = ByteTrie.root
  }

  /// The bit of a meaning that says that it matters whatever tokens stand before it.
  ///
  /// The other bits are the place of the form's record in the pool. A meaning of 0 is none at
  /// all. A form that only goes on with phrases has a record and not this bit.
  private static let actsAlone: UInt32 = 1

  private let tables: MatchTables
  /// The text that is tagged next, or is being tagged.
  private var current = ReadText()
  /// The one after it.
  private var ahead = ReadText()
  /// How many of the two have been read and not been tagged.
  private var waiting = 0
  private let memo: FormMemo
  /// The memo's table that was the newest when a form was met last that was not there.
  private var table: FormTable
  private var generation: Int
  private var resolver: FormResolver
  private var selection: HitSelection
  /// What a form was resolved to, as it goes into the pool.
  private var record: [UInt32] = []
  /// The meanings of the block's runs.
  private let meanings: UnsafeMutablePointer<UInt32>
  private var openPhrases: [OpenPhrase] = []
  private var movedPhrases: [OpenPhrase] = []
  private var previous = Previous()
  private var form: [UInt8] = []
  private var endings: [Int] = []
  private var states: [UInt32] = []

  init(_ tables: MatchTables, _ memo: FormMemo) {
    self.tables = tables
    self.memo = memo
    (table, generation) = memo.table
    resolver = FormResolver(tables)
    selection = HitSelection(tables)
    meanings = .allocate(capacity: FormTable.blockSize)
    meanings.initialize(repeating: FormTable.missing, count: FormTable.blockSize)
  }

  deinit { meanings.deallocate() }

  /// Reads a text that will be tagged, after the one that is waiting if there is one.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>, isPadded: Bool = false) {
    precondition(waiting < 2, "two texts are waiting to be tagged already")
    if waiting == 0 {
      current.read(text, isPadded: isPadded, asking: table)
    } else {
      ahead.read(text, isPadded: isPadded, asking: table)
    }
    waiting += 1
  }

  /// Finds the themes of the text that was read first.
  mutating func tag(into result: inout TagResult) {
    result.removeAll()
    collect()
    if !selection.isEmpty { selection.finish(into: &result) }
  }

  /// The numbers of the terms found before and after cancelling, and after settling overlaps;
  /// for checking a codebook.
  mutating func stages(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (found: [Int], notCancelled: [Int], kept: [Int]) {
    read(text)
    collect()
    let found = selection.terms
    selection.cancel()
    let notCancelled = selection.terms
    selection.settleOverlaps()
    return (found, notCancelled, selection.terms)
  }

  /// Finds the hits of the text that was read first, which makes room for another.
  private mutating func collect() {
    precondition(waiting > 0, "a text is read before it is tagged")
    selection.removeAll()
    if !openPhrases.isEmpty { openPhrases.removeAll(keepingCapacity: true) }
    previous = Previous()
    let runCount = current.runCount
    let bounds = current.scanner.bounds
    var run = 0
    // The runs that were joined to the one before them make no token of their own.
    var joined = 0
    var awaitsNext = false
    var block = 0
    while run < runCount {
      // Known forms are looked up in blocks, before any of them is acted on.
      let runs = current.runs(ofBlock: block)
      current.fetch(block: block + 1, asking: table)
      let joining = current.scanner.joiningRuns(runs)
      let notable =
        table.lookUp(current.keys(ofBlock: block), count: runs.count, into: meanings) | joining
      while run < runs.upperBound {
        if !awaitsNext {
          // Most tokens mean nothing and follow nothing that waits for them.
          run +=
            (notable &>> UInt64(truncatingIfNeeded: run &- runs.lowerBound)).trailingZeroBitCount
          if run >= runs.upperBound {
            run = runs.upperBound
            break
          }
        }
        let first = run
        var value = meanings[run - runs.lowerBound]
        if joining &>> UInt64(truncatingIfNeeded: run &- runs.lowerBound) & 1 != 0 {
          run = current.scanner.lastRun(of: run, among: runCount)
          if run > first { value = FormTable.missing }
        }
        let start = Int(bounds[2 * first])
        let end = Int(bounds[2 * run + 1])
        if value == FormTable.missing { value = meaning(from: start, to: end) }
        if value & Self.actsAlone != 0 || awaitsNext {
          awaitsNext = take(
            value, start: UInt32(truncatingIfNeeded: start),
            end: UInt32(truncatingIfNeeded: end),
            token: UInt32(truncatingIfNeeded: first - joined))
        }
        joined += run - first
        run += 1
      }
      block += 1
    }
    swap(&current, &ahead)
    waiting -= 1
  }

  // MARK: Resolving forms

  @inline(never)
  private mutating func meaning(from start: Int, to end: Int) -> UInt32 {
    let form = current.scanner.text + start
    guard end - start <= FormTable.longestForm else {
      return resolve(from: start, to: end, by: nil)
    }
    let key = table.key(of: form, length: end - start)
    var known = table.value(for: key, at: form)
    if known == FormTable.missing, !memo.isNewest(generation) {
      let newest = memo.table
      use(newest.table, newest.generation)
      known = table.value(for: key, at: form)
    }
    return known == FormTable.missing ? resolve(from: start, to: end, by: key) : known
  }

  private mutating func resolve(from start: Int, to end: Int, by key: FormKey?) -> UInt32 {
    resolver.resolve(current.scanner.bytes(from: start, to: end))
    record.removeAll(keepingCapacity: true)
    var actsAlone = false
    if !resolver.isEmpty {
      states.removeAll(keepingCapacity: true)
      for word in resolver.phraseWords {
        let state = tables.phrases.begin(with: word)
        if state != PhraseTrie.start { states.append(state) }
      }
      MeaningPool.write(
        splitNode: resolver.splitNode, terms: resolver.terms, states: states,
        words: resolver.phraseWords, to: &record)
      actsAlone =
        resolver.splitNode != ByteTrie.root || !resolver.terms.isEmpty || !states.isEmpty
    }
    let remembered = memo.remember(
      key, at: current.scanner.text + start, record, actsAlone: actsAlone)
    use(remembered.table, remembered.generation)
    return remembered.value
  }

  private mutating func use(_ newest: FormTable, _ number: Int) {
    if newest.pool !== table.pool {
      // Nothing else points into the pool: a record is read before the next form is resolved.
      for place in 0..<FormTable.blockSize where meanings[place] != 0 {
        meanings[place] = FormTable.missing
      }
    }
    table = newest
    generation = number
  }

  // MARK: Following a text

  /// Takes in a token that means something or that something waits for.
  ///
  /// - Returns: Whether something waits for the next token.
  @inline(never)
  private mutating func take(_ value: UInt32, start: UInt32, end: UInt32, token: UInt32) -> Bool {
    let place = Int(value >> 1)
    let numbers = table.pool.numbers
    let termCount = value == 0 ? 0 : Int(numbers[place + 1])
    let stateCount = value == 0 ? 0 : Int(numbers[place + 2])
    let wordCount = value == 0 ? 0 : Int(numbers[place + 3])
    let firstTerm = place + 4
    let firstState = firstTerm + termCount
    let firstWord = firstState + stateCount

    for index in firstTerm..<firstState {
      selection.add(
        numbers[index], start: start, end: end, firstToken: token, lastToken: token)
    }
    if previous.splitNode != ByteTrie.root, start == previous.end + 1,
      current.scanner.text[Int(previous.end)] == 0x20
    {
      addSplitTerms(start: start, end: end, token: token, alone: firstTerm..<firstState)
    }
    if !openPhrases.isEmpty {
      goOn(withWords: firstWord..<firstWord + wordCount, start: start, end: end, token: token)
    }
    for index in firstState..<firstWord where tables.phrases.goesOn(from: numbers[index]) {
      openPhrases.append(OpenPhrase(state: numbers[index], start: start, firstToken: token))
    }
    previous = Previous(
      start: start, end: end, splitNode: value == 0 ? ByteTrie.root : numbers[place])
    return !openPhrases.isEmpty || previous.splitNode != ByteTrie.root
  }

  /// Moves the open phrases on by one token; those that it does not fit are closed.
  private mutating func goOn(
    withWords words: Range<Int>, start: UInt32, end: UInt32, token: UInt32
  ) {
    movedPhrases.removeAll(keepingCapacity: true)
    let numbers = table.pool.numbers
    if !words.isEmpty, current.scanner.isOnlyBlank(from: Int(previous.end), to: Int(start)) {
      for phrase in openPhrases {
        for index in words {
          let state = tables.phrases.step(from: phrase.state, with: numbers[index])
          if state == PhraseTrie.start { continue }
          for term in tables.phrases.terms(at: state) {
            selection.add(
              term, start: phrase.start, end: end, firstToken: phrase.firstToken,
              lastToken: token)
          }
          if tables.phrases.goesOn(from: state) {
            var moved = phrase
            moved.state = state
            movedPhrases.append(moved)
          }
        }
      }
    }
    swap(&openPhrases, &movedPhrases)
  }

  /// Adds the compound terms that the token before and this one make up together.
  private mutating func addSplitTerms(
    start: UInt32, end: UInt32, token: UInt32, alone: Range<Int>
  ) {
    var node = previous.splitNode
    // The usual case ends here: the first letter leads nowhere.
    let first = current.scanner.text[Int(start)]
    if first < 0x80, tables.forms.child(of: node, by: lowercased(first)) == ByteTrie.root {
      return
    }
    form.removeAll(keepingCapacity: true)
    Folding.fold(current.scanner.bytes(from: Int(start), to: Int(end)), into: &form)
    tables.findEndings(of: form, into: &endings)
    let numbers = table.pool.numbers
    for depth in form.indices {
      node = tables.forms.child(of: node, by: form[depth])
      if node == ByteTrie.root { return }
      for place in tables.forms.entries(of: node) {
        let entry = tables.forms[place]
        let matches =
          switch entry.kind {
          case .beginning: true
          case .whole:
            tables.facts[Int(entry.id)].kind == .ord && endings.contains(depth + 1)
          default: false
          }
        if matches, !alone.contains(where: { numbers[$0] == entry.id }) {
          selection.add(
            entry.id, start: previous.start, end: end, firstToken: token - 1, lastToken: token)
        }
      }
    }
  }

  private func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}
