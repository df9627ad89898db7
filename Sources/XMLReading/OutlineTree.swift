// The nodes of an outline as a tree: their order, their paths, and which is the record.
struct OutlineTree {
  private let nodes: [OutlineMachine.Node]
  private var children: [[Int]]
  private var pathTexts: [String]
  // The bytes of text in an element and all that is below it.
  private var textBelow: [Int]
  private var depths: [Int]
  // Whether it, or what it stands in, is told apart by a key.
  private var areKeyed: [Bool]

  // The first node stands for the document, and every node stands after its parent.
  init(_ nodes: [OutlineMachine.Node]) {
    self.nodes = nodes
    children = Array(repeating: [], count: nodes.count)
    pathTexts = [""]
    depths = [0]
    areKeyed = [false]
    textBelow = nodes.map(\.textBytes)
    for (index, node) in nodes.enumerated().dropFirst() {
      children[node.parent].append(index)
      let step = (node.isAttribute ? "@" : "") + node.name + (node.condition ?? "")
      pathTexts.append(pathTexts[node.parent] + "/" + step)
      areKeyed.append(areKeyed[node.parent] || node.condition != nil)
      depths.append(depths[node.parent] + 1)
    }
    for index in nodes.indices.dropFirst().reversed() {
      textBelow[nodes[index].parent] += textBelow[index]
    }
  }

  var root: OutlineMachine.Node? { nodes.count > 1 ? nodes[1] : nil }

  var recordPath: String? {
    guard nodes.count > 1 else { return nil }
    var best: Int?
    for (index, node) in nodes.enumerated().dropFirst()
    where node.repeats && !node.isAttribute && !areKeyed[index]
      && textBelow[index] * 2 > textBelow[0]
    {
      guard let chosen = best else {
        best = index
        continue
      }
      let isNearer = depths[index] < depths[chosen]
      let holdsMore = depths[index] == depths[chosen] && textBelow[index] > textBelow[chosen]
      if isNearer || holdsMore { best = index }
    }
    return pathTexts[best ?? 1]
  }

  func paths() -> [XMLOutlinePath] {
    var ordered: [XMLOutlinePath] = []
    var waiting = Array(children[0].reversed())
    while let index = waiting.popLast() {
      let node = nodes[index]
      let below = children[index]
      waiting.append(contentsOf: below.filter { !nodes[$0].isAttribute }.reversed())
      waiting.append(contentsOf: below.filter { nodes[$0].isAttribute }.reversed())
      // Where all of a name have keys, there is none without.
      if node.seen == 0 { continue }
      ordered.append(
        XMLOutlinePath(
          path: pathTexts[index], namespace: node.namespace, seen: node.seen,
          withText: node.withText, textBytes: node.textBytes, distinctValues: node.distinct,
          isDistinctExact: node.hashes != nil, repeats: node.repeats))
    }
    return ordered
  }
}
