import Evidence
import Foundation
import Synchronization
import TestSupport

@testable import Importers

/// Published files of payments: what each holds, without a row of any.
enum PaymentFiles {
  /// What is expected of one file.
  struct Expectation: CustomStringConvertible, Sendable {
    let path: String
    let read, loaded, rejected, skipped: Int
    let pence: Int64
    let first, last: String
    var description: String { path }

    fileprivate init(_ line: String) {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      path = parts[0] + ".csv"
      read = Int(parts[1]) ?? -1
      loaded = Int(parts[2]) ?? -1
      rejected = Int(parts[3]) ?? -1
      skipped = Int(parts[4]) ?? -1
      pence = Int64(parts[5]) ?? -1
      first = parts[6]
      last = parts[7]
    }
  }

  /// The folder of the files.
  static var folder: URL? {
    Reference.folder?.appendingPathComponent("data/council-spending/payments")
  }

  /// The paths of all files below the folder.
  static var paths: [String] {
    guard let folder, let names = try? FileManager.default.subpathsOfDirectory(atPath: folder.path)
    else { return [] }
    return names.filter { $0.hasSuffix(".csv") }.sorted()
  }

  private static let readings = Mutex<[String: FileReading]>([:])

  /// A file read as a user would: with no option.
  static func read(_ path: String) throws -> FileReading {
    if let found = readings.withLock({ $0[path] }) { return found }
    let file = try OpenedFile(folder?.appendingPathComponent(path).path ?? path)
    let reading = try FileReading(
      file, register: PublishedFolder.register, breaks: SeriesBreaks([]))
    readings.withLock { $0[path] = reading }
    return reading
  }

  /// File, rows read, loaded, rejected, skipped; the sum in pence; the first day and the last.
  ///
  /// Rows and sums are those of `Tests/Benchmarks/payments-sums.py` to the penny.
  static let all: [Expectation] = [
    "central/CSV__25K_October_data|552|551|0|1|1120288355300|2015-10-01|2015-10-30",
    "central/_25K_April_Data|737|729|7|1|1196230851866|2016-04-01|2016-04-29",
    "central/ccwater-over-25k-1010|8|0|0|8|0|2010-10|2010-10",
    "central/gla-over-25k-1110|6|0|0|6|0||",
    "devon-cards/ProcurementCardTransactions_20140401to20150122|3373|3372|0|1|21628215|2014-03-12|2015-01-22",
    "devon-cards/ProcurementCardTransactions_20150723to20151023|747|746|0|1|5227724|2015-07-23|2015-10-22",
    "devon-cards/ProcurementCardTransactions_20170424to20170723|1009|1008|0|1|6990825|2017-01-13|2017-04-20",
    "devon/DCCSpendingOver500_201101|7013|7012|0|1|2866393181|2011-01-04|2011-01-31",
    "devon/DCCSpendingOver500_201406|3136|3135|0|1|1334606870|2014-06-02|2014-06-11",
    "devon/DCCSpendingOver500_201504|8201|8200|0|1|5195204168|2015-04-01|2015-04-30",
    "devon/DCCSpendingOver500_201703|10103|10102|0|1|5137456036|2017-03-01|2017-03-31",
    "devon/DCCSpendingOver500_201907|10177|10176|0|1|6777466876|2019-07-01|2019-07-31",
    "devon/DCCSpendingOver500_202206|10558|10557|0|1|7189291775|2022-06-01|2022-06-30",
    "devon/DCCSpendingOver500_202403|10691|10690|0|1|8445549453|2024-03-01|2024-03-28",
    "devon/DCCSpendingOver500_202504|238|237|0|1|284542121|2025-04-09|2025-04-30",
    "devon/DCCSpendingOver500_202505|1496|1495|0|1|2355943478|2025-05-01|2025-05-30",
    "greater-manchester/Stockport_Expenditure_Generic|2|1|0|1|50000|2015-01|2015-01",
    "greater-manchester/Tameside_September_2014|2224|1247|0|977|2651799352|2014-09-01|2014-09-29",
    "hyndburn/1575631095wpdm_1910|266|265|0|1|68809256|2019-09-13|2019-10-31",
    "hyndburn/1603177375wpdm_July-2020|386|385|0|1|166751219|2020-07-03|2020-07-31",
    "hyndburn/1615386198wpdm_Oct2020-csv|246|245|0|1|71385644|2020-09-17|2020-10-31",
    "hyndburn/1694702240wpdm_July-23-csv|474|473|0|1|125554420|2023-06-15|2023-07-31",
    "hyndburn/1698840997wpdm_September-2023|469|468|0|1|107573369|2023-08-14|2023-09-29",
    "hyndburn/1700664724wpdm_May-2023-csv|579|572|0|7|121463173|2023-04-14|2023-05-31",
    "hyndburn/1701|181|180|0|1|53827219|2017-01-04|2017-01-31",
    "hyndburn/1702|164|163|0|1|51352956|2017-02-06|2017-02-28",
    "hyndburn/1704|259|258|0|1|101526802|2017-04-05|2017-04-28",
    "hyndburn/1705|179|178|0|1|76637654|2017-04-20|2017-05-31",
    "hyndburn/1706|258|257|0|1|52151135|2017-05-12|2017-06-30",
    "hyndburn/1707|193|192|0|1|133006853|2017-06-20|2017-07-31",
    "hyndburn/1708|188|187|0|1|30017421|2017-07-18|2017-08-31",
    "hyndburn/1709|128|127|0|1|50428705|2017-08-16|2017-09-27",
    "hyndburn/1710|196|195|0|1|50784604|2017-09-22|2017-10-31",
    "hyndburn/1711|175|174|0|1|36149265|2017-10-16|2017-11-30",
    "hyndburn/1712|153|152|0|1|38386696|2017-12-06|2017-12-31",
    "hyndburn/1801|231|230|0|1|72502922|2018-01-02|2018-01-31",
    "hyndburn/1802|140|139|0|1|42483579|2018-02-05|2018-02-28",
    "hyndburn/1803|250|249|0|1|104240172|2018-02-22|2018-03-29",
    "hyndburn/1804|233|232|0|1|82815052|2018-03-20|2018-04-30",
    "hyndburn/1805|202|201|0|1|116873960|2018-04-19|2018-05-31",
    "hyndburn/1806|242|241|0|1|116040475|2018-05-23|2018-06-30",
    "hyndburn/1807|232|231|0|1|127569083|2018-06-14|2018-07-31",
    "hyndburn/1808|174|173|0|1|68053168|2018-07-17|2018-08-31",
    "hyndburn/1809|158|157|0|1|32538330|2018-08-10|2018-09-30",
    "hyndburn/1810|187|186|0|1|56426479|2018-10-03|2018-10-31",
    "hyndburn/1811|221|220|0|1|56755591|2018-10-12|2018-11-30",
    "hyndburn/1812|162|161|0|1|46855531|2018-11-26|2019-12-31",
    "hyndburn/1901|211|210|0|1|50932594|2018-12-18|2019-01-31",
    "hyndburn/1902|231|230|0|1|58890056|2019-02-06|2019-03-11",
    "hyndburn/1903|223|222|0|1|53491264|2019-02-25|2019-03-29",
    "hyndburn/1904|223|222|0|1|49925146|2019-03-16|2019-04-30",
    "hyndburn/1905|190|189|0|1|40968798|2019-04-15|2019-05-31",
    "hyndburn/1906|253|252|0|1|94661877|2019-05-15|2019-06-30",
    "hyndburn/1907|202|201|0|1|53748925|2019-07-02|2019-07-31",
    "hyndburn/1909|170|169|0|1|54818076|2019-08-14|2019-09-30",
    "hyndburn/1911|203|202|0|1|49371534|2019-10-15|2019-11-30",
    "hyndburn/1912|194|193|0|1|62665801|2019-11-15|2019-12-31",
    "hyndburn/2001|235|233|0|2|50415645|2019-12-11|2020-01-31",
    "hyndburn/2002|185|184|0|1|40764884|2020-02-04|2020-02-29",
    "hyndburn/2005|150|149|0|1|41354818|2020-04-23|2020-05-31",
    "hyndburn/2006|554|248|0|306|74256448|2020-05-19|2020-06-30",
    "hyndburn/April-2020|232|231|0|1|67853772|2020-03-12|2020-04-30",
    "hyndburn/April-2021-csv|1237|217|0|1020|59996643|2021-04-01|2021-04-30",
    "hyndburn/April-25-CSV|405|404|0|1|781859456|2025-04-03|2025-04-29",
    "hyndburn/April-250-Spends-22|277|276|0|1|104171787|2022-03-15|2022-04-29",
    "hyndburn/August-2020|172|171|0|1|49145510|2020-07-13|2020-08-28",
    "hyndburn/August-2021-csv|358|250|0|108|76138159|2021-07-16|2021-08-31",
    "hyndburn/August-2022-csv|296|295|0|1|97533716|2022-07-19|2022-08-31",
    "hyndburn/August-23-csv|608|606|0|2|148776649|2023-07-17|2023-08-31",
    "hyndburn/CALL51571|1445|389|0|1056|173890863|2021-02-17|2021-03-30",
    "hyndburn/CALL51683-May-21-250|685|237|0|448|91891254|2021-04-13|2021-05-28",
    "hyndburn/CALL57162-Copy-of-HBC-Spend-over-250.00-July-22|229|228|0|1|71082901|2022-06-16|2022-07-31",
    "hyndburn/Dec22-250s|243|242|0|1|89739822|2022-11-14|2022-12-30",
    "hyndburn/December-2020|592|205|0|387|59653517|2020-11-17|2020-12-31",
    "hyndburn/December-2021|183|182|0|1|56517447|2021-11-18|2021-12-31",
    "hyndburn/December-23|451|449|0|2|202234824|2023-11-14|2023-12-29",
    "hyndburn/Feb22-250Spends|783|242|0|541|51158374|2021-03-28|2022-03-31",
    "hyndburn/February-2023-csv|15|14|0|1|924826|2023-01-13|2023-02-27",
    "hyndburn/HBC-Spend-OVER-250.00-Mar-22|498|374|0|124|145486045|2022-03-01|2022-03-30",
    "hyndburn/Jan-2023|293|292|0|1|79448442|2022-12-18|2023-01-31",
    "hyndburn/Jan2021|1241|232|0|1009|58816442|2020-12-15|2021-12-18",
    "hyndburn/Jan22|286|232|0|54|144921193|2022-01-04|2022-12-16",
    "hyndburn/January-25-CSV|822|821|0|1|893306302|2025-01-07|2025-01-30",
    "hyndburn/January-26-CSV|447|446|0|1|908292207|2026-01-06|2026-01-29",
    "hyndburn/July-2021-csv|916|248|0|668|101949095|2021-07-01|2021-07-31",
    "hyndburn/June-2021-csv|656|287|0|369|103712684|2021-05-24|2021-06-30",
    "hyndburn/June-23-csv|549|547|0|2|109707088|2023-05-12|2023-06-30",
    "hyndburn/March-2020-csv|292|281|0|11|70135804|2020-02-27|2020-03-30",
    "hyndburn/March-2023-csv|18|17|0|1|918514|2023-02-14|2023-03-31",
    "hyndburn/May-2022-csv|246|245|0|1|98540743|2022-04-20|2022-05-31",
    "hyndburn/November-2020|320|235|0|85|49349999|2020-10-21|2020-11-30",
    "hyndburn/November-2021|249|248|0|1|72773583|2021-10-22|2021-11-30",
    "hyndburn/November-2022-csv|16|14|0|2|739533|2022-10-14|2022-11-28",
    "hyndburn/November-23-csv|503|502|0|1|136536095|2023-10-13|2023-11-30",
    "hyndburn/Oct-24-CSV|589|587|0|2|746661405|2024-10-01|2024-10-31",
    "hyndburn/October-2022-250Spends|263|262|0|1|73818449|2022-10-05|2022-10-31",
    "hyndburn/October-2023|515|512|0|3|84801697|2023-10-05|2023-10-31",
    "hyndburn/Sept-25-CVS|586|585|0|1|901871560|2025-09-02|2025-09-30",
    "hyndburn/September-2020|214|213|0|1|60609373|2020-09-01|2020-09-30",
    "hyndburn/September-2021-csv|372|288|0|84|105655912|2021-08-13|2021-09-30",
    "hyndburn/September-2022|16|14|0|2|1430972|2022-08-11|2022-09-30",
    "hyndburn/Spend-over-250-June-22|288|287|0|1|97853873|2022-05-19|2022-06-30",
    "leeds/2010-12|10307|10303|0|4|7717900924|2010-11-01|2010-12-31",
    "leeds/2011-12|9964|9953|0|11|7891771050|2011-10-17|2011-12-30",
    "leeds/2020-06|16178|16176|0|2|10444572745|2020-02-25|2020-06-30",
    "other/calderdale-2010-10|4426|4425|0|1|2469345668|2010-10-01|2010-10-29",
    "other/calderdale-2015-03-card|975|974|0|1|7018129|2014-07-28|2015-02-26",
    "other/darlington-2010-09|4105|4104|0|1|1921325307|2010-07|2010-09",
    "other/darlington-2013-06|1018|999|0|19|490995959|2013-06|2013-06",
    "other/darlington-2013-07|1018|999|0|19|490995959|2013-06|2013-06",
    "other/darlington-2016-10|1262|1261|0|1|610699552|2016-10|2016-10",
    "other/gateshead-2010-12|5167|5166|0|1|1770777941|2010-12-01|2010-12-31",
    "other/harrogate-2017-06|1362|1361|0|1|121707095|2017-06-05|2017-06-28",
    "other/london-2013-P01|1203|1202|0|1|22467891500|2013-04-02|2013-04-26",
    "other/manchester-2010-12|4097|4096|0|1|6459584184|2010-12-01|2010-12-31",
    "other/manchester-2022-05|3565|3564|0|1|9740022710|2022-05-03|2022-05-31",
    "other/newcastle-2022-08|6569|6568|0|1|4801302497|2022-08-01|2022-08-31",
    "other/northtyneside-2019-08_p|17949|17948|0|1|27277125|2019-08-21|2019-08-22",
    "other/salford-2011-08|1935|1934|0|1|1893762933|2011-08-01|2011-08-31",
    "other/salford-2017-01|1065|1064|0|1|1837271281|2017-01-03|2017-01-31",
    "other/wakefield-2017-Q4|7406|7405|0|1|6123866162|2017-12-28|2018-03-29",
    "oxford/expenditure-over-500-apr-jun-2015|3994|3993|0|1|1405767906|2015-04-01|2015-06-30",
    "oxford/expenditure-over-500-apr-jun-2017|4053|4052|0|1|1626488246|2017-04-03|2017-06-27",
    "oxford/expenditure-over-500-jan-mar-2015|3865|3864|0|1|1388057457|2015-01-02|2015-03-31",
    "oxford/expenditure-over-500-jan-mar-2017|3914|3913|0|1|1339798924|2017-01-04|2017-03-28",
    "oxford/expenditure-over-500-jul-sep-2015|3462|3461|0|1|1122748107|2015-07-03|2015-09-29",
    "oxford/expenditure-over-500-jul-sep-2017|3260|3259|0|1|1134400535|2017-07-04|2017-09-29",
    "oxford/expenditure-over-500-oct-dec-2015|3919|3918|0|1|1192387403|2015-10-02|2015-12-29",
    "oxford/expenditure-over-500-oct-dec-2017|3856|3855|0|1|1738205590|2017-10-03|2017-12-27",
  ].map(Expectation.init)
}
