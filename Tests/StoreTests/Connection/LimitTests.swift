import Store
import Testing

@Suite struct LimitTests {
  /// A query that takes far longer than any test waits.
  static let endless =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

  @Test func `a query is stopped after some time`() throws {
    let connection = try Connection.memory()
    connection.limitWork(seconds: 0.05)
    let error = storeError { _ = try connection.number(Self.endless) }
    #expect(error?.isInterrupted == true)
    connection.limitWork()
    #expect(try connection.number("SELECT 1") == 1)
  }

  @Test(arguments: [100, 50_000]) func `a query is stopped after some steps`(steps: Int) throws {
    let connection = try Connection.memory()
    connection.limitWork(steps: steps)
    let error = storeError { _ = try connection.number(Self.endless) }
    #expect(error?.isInterrupted == true)
  }

  @Test func `a small query stays within its limits`() throws {
    let connection = try Connection.memory()
    connection.limitWork(seconds: 60, steps: 1_000_000)
    #expect(try connection.number("SELECT 1") == 1)
  }

  @Test func `a query is stopped from another thread`() async throws {
    let connection = try Connection.memory()
    let interrupter = connection.interrupter
    let stopper = Task.detached {
      // The query may not have begun yet, so once may not be enough.
      while !Task.isCancelled {
        interrupter.interrupt()
        try? await Task.sleep(for: .milliseconds(5))
      }
    }
    let error = storeError { _ = try connection.number(Self.endless) }
    stopper.cancel()
    await stopper.value
    #expect(error?.isInterrupted == true)
  }

  @Test func `an interrupter outlives its connection`() throws {
    var connection: Connection? = try .memory()
    let interrupter = connection?.interrupter
    connection = nil
    interrupter?.interrupt()
    #expect(interrupter != nil)
  }

  @Test func `limits are set and told`() throws {
    let connection = try Connection.memory()
    let before = connection.setLimit(.sqlLength, to: 20)
    #expect(before > 20)
    #expect(connection.setLimit(.sqlLength, to: 20) == 20)
    let error = storeError { try connection.execute("SELECT 'more than twenty bytes'") }
    #expect(error?.code == .tooBig)
    connection.setLimit(.attached, to: 0)
    let attached = storeError { try connection.execute("ATTACH '' AS b") }
    #expect(attached?.code == .error)
  }

  @Test func `nothing happens when nothing runs`() throws {
    let connection = try Connection.memory()
    connection.interrupt()
    #expect(try connection.number("SELECT 1") == 1)
  }
}
