// Which of the layout's conditions hold for an element, as one number: its variant.
//
// Elements of one path that differ in their variants are different paths to the layout. Each
// condition and each set of them that was seen has a number, so that elements are compared by
// numbers only. The sets are as many as the file shows, and each belongs to a path that counts
// towards the limit of paths.
struct Variants {
  // No condition holds.
  static let none: UInt32 = 0
  // It is not known yet which hold.
  static let pending = UInt32.max

  private let conditionCount: Int
  // The sets of more than one condition, numbered after the single conditions.
  private var sets: [[Int]] = []
  private var numbers: [[Int]: UInt32] = [:]

  init(conditionCount: Int) { self.conditionCount = conditionCount }

  // The conditions in ascending order.
  mutating func number(of conditions: [Int]) -> UInt32 {
    if conditions.isEmpty { return Self.none }
    if conditions.count == 1 { return UInt32(conditions[0] + 1) }
    if let known = numbers[conditions] { return known }
    sets.append(conditions)
    let number = UInt32(conditionCount + sets.count)
    numbers[conditions] = number
    return number
  }

  func holds(_ condition: Int, in variant: UInt32, whenPending: Bool) -> Bool {
    if variant == Self.pending { return whenPending }
    if Int(variant) <= conditionCount { return Int(variant) == condition + 1 }
    return sets[Int(variant) - conditionCount - 1].contains(condition)
  }
}

// The elements from the root, or from below a record, down to one: names as libxml2 holds them,
// and variants.
struct Elements {
  var names: UnsafePointer<UnsafePointer<UInt8>>
  var variants: UnsafePointer<UInt32>
  var count: Int

  var isEmpty: Bool { count == 0 }

  func prefix(_ length: Int) -> Elements {
    Elements(names: names, variants: variants, count: length)
  }

  func dropping(_ length: Int) -> Elements {
    Elements(names: names + length, variants: variants + length, count: count - length)
  }
}

// What can decide the variant of the elements of one path.
struct Keying {
  // The conditions that are asked of these elements, in ascending order.
  var conditions: [Int]
  // The children that decide them, each once.
  var childKeys: [[UInt8]]
}
