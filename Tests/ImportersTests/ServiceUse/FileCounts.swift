/// What every published file of service use gives: rows read, loaded, about areas that the register
/// lacks and repeated, and figures.
///
/// Rows read were counted with another CSV reader; rows rejected are none in any file.
enum FileCounts {
  /// Counts by layout and file.
  static let all: [(layout: String, files: [String: [Int]])] = [
    (
      "adult-care",
      [
        "adult-care/ascof_2024_25_Table_1a.csv": [180, 174, 0, 0, 1740],
        "adult-care/ascof_2024_25_Table_1b.csv": [180, 174, 0, 0, 1566],
        "adult-care/ascof_2024_25_Table_1c.csv": [180, 174, 0, 0, 1904],
        "adult-care/ascof_2024_25_Table_1d.csv": [180, 174, 0, 0, 1740],
        "adult-care/ascof_2024_25_Table_1e.csv": [180, 174, 0, 0, 1904],
        "adult-care/ascof_2024_25_Table_2a.csv": [175, 168, 0, 0, 504],
        "adult-care/ascof_2024_25_Table_2b.csv": [175, 168, 0, 0, 504],
        "adult-care/ascof_2024_25_Table_2c.csv": [175, 168, 0, 0, 504],
        "adult-care/ascof_2024_25_Table_2d_2.csv": [175, 168, 0, 0, 504],
        "adult-care/ascof_2024_25_Table_2e_1.csv": [175, 168, 0, 0, 504],
        "adult-care/ascof_2024_25_Table_2e_2a.csv": [175, 168, 0, 0, 504],
        "adult-care/ascof_2024_25_Table_2e_2b.csv": [175, 168, 0, 0, 504],
        "adult-care/ascof_2024_25_Table_3a.csv": [180, 174, 0, 0, 1740],
        "adult-care/ascof_2024_25_Table_3b.csv": [180, 174, 0, 0, 1904],
        "adult-care/ascof_2024_25_Table_3c_1.csv": [180, 174, 0, 0, 1740],
        "adult-care/ascof_2024_25_Table_3c_2.csv": [180, 174, 0, 0, 1904],
        "adult-care/ascof_2024_25_Table_3d_1a.csv": [175, 168, 0, 0, 504],
        "adult-care/ascof_2024_25_Table_3d_2a.csv": [175, 168, 0, 0, 504],
        "adult-care/ascof_2024_25_Table_4a.csv": [180, 174, 0, 0, 1740],
        "adult-care/ascof_2024_25_Table_5a_1.csv": [180, 174, 0, 0, 1740],
        "adult-care/ascof_2024_25_Table_5a_2.csv": [180, 174, 0, 0, 1904],
        "adult-care/ascof_2024_25_Table_6a.csv": [174, 169, 0, 0, 336],
      ]
    ),
    (
      "crime-csp",
      [
        "crime/ons_Table_C2_ye_dec2024.csv": [407, 399, 0, 0, 9361],
        "crime/ons_Table_C3_ye_dec2024.csv": [407, 399, 0, 0, 9361],
        "crime/ons_Table_C4_ye_dec2024.csv": [407, 399, 0, 0, 10582],
        "crime/ons_Table_P1_ye_dec2024.csv": [63, 56, 0, 0, 1288],
        "crime/ons_Table_P3_ye_dec2024.csv": [63, 55, 0, 0, 1430],
        "crime/ons_Table_P5_ye_dec2024.csv": [65, 56, 0, 0, 784],
      ]
    ),
    (
      "dfe-open-data",
      [
        "dfe/UD_NEETNK_LA_dashboard_2022_final.csv": [161, 160, 0, 0, 6240],
        "dfe/UD_NEETNK_LA_dashboard_2023_final.csv": [161, 160, 0, 0, 6240],
        "dfe/UD_NEETNK_LA_dashboard_final.csv": [162, 161, 0, 0, 6118],
        "dfe/b1_children_in_need_2013_to_2025.csv": [2133, 2132, 0, 0, 17056],
        "dfe/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv": [
          2133, 2132, 0, 0, 21320,
        ],
        "dfe/c3_factors_identified_at_end_of_assessment_2018_to_2025.csv": [
          1313, 1312, 0, 0, 52480,
        ],
        "dfe/la_care_leavers_activity.csv": [20041, 20040, 0, 0, 40080],
        "dfe/la_cla_placement_stability.csv": [5011, 5010, 0, 0, 10020],
        "dfe/la_conviction_health_outcome_cla.csv": [15031, 15030, 0, 0, 30060],
      ]
    ),
    (
      "dfe-looked-after",
      ["dfe/cla_number_and_rate_per_10k_children.csv": [2506, 2505, 0, 0, 5010]]
    ),
    (
      "explore-local",
      [
        "explore-local/adult-obesity-prevalence.csv": [3511, 3510, 0, 0, 3510],
        "explore-local/apprenticeships.csv": [4169, 4168, 0, 0, 4168],
        "explore-local/cancer-diagnosis-at-stage-1-and-2.csv": [3361, 3360, 0, 0, 3370],
        "explore-local/children-in-relative-poverty.csv": [2473, 2460, 0, 12, 2460],
        "explore-local/cigarette-smokers.csv": [757, 756, 0, 0, 756],
        "explore-local/claimant-count.csv": [10326, 10325, 0, 0, 10325],
        "explore-local/early-years.csv": [4258, 4227, 12, 18, 4227],
        "explore-local/employment-rate.csv": [16081, 16080, 0, 0, 16080],
        "explore-local/engagement-with-culture-and-heritage.csv": [1397, 1376, 0, 20, 1376],
        "explore-local/further-education-and-skills-participation.csv": [2085, 2084, 0, 0, 2084],
        "explore-local/gcses-in-english-and-maths.csv": [3388, 3369, 0, 18, 3369],
        "explore-local/healthy-life-expectancy.csv": [5815, 5814, 0, 0, 5814],
        "explore-local/homicide-offences.csv": [505, 504, 0, 0, 504],
        "explore-local/library-walk.csv": [363, 362, 0, 0, 362],
        "explore-local/modelled-unemployment.csv": [7581, 7580, 0, 0, 7580],
        "explore-local/mortality-rate-from-coronary-heart-disease-scotland.csv": [
          793, 792, 0, 0, 792,
        ],
        "explore-local/persistent-absences-for-all-pupils.csv": [2910, 2909, 0, 0, 2909],
        "explore-local/persistent-absences-for-pupils-eligible-for-free-school-meals.csv": [
          976, 975, 0, 0, 975,
        ],
        "explore-local/personal-wellbeing-estimates.csv": [20113, 20112, 0, 0, 20112],
        "explore-local/preventable-cardiovascular-mortality-england.csv": [7151, 7150, 0, 0, 7194],
        "explore-local/pupils-at-expected-standards-by-end-of-primary-school.csv": [
          1796, 1785, 0, 10, 1785,
        ],
        "explore-local/qualifications-none-gb.csv": [805, 804, 0, 0, 804],
        "explore-local/sports-facilities.csv": [362, 359, 0, 2, 359],
      ]
    ),
    (
      "fingertips-star",
      [
        "fingertips-next/healthdata.csv": [44453, 42196, 0, 2256, 42196]
      ]
    ),
    (
      "fingertips",
      [
        "fingertips/indicators-CountyUA.data.csv": [853, 852, 0, 0, 852],
        "fingertips/indicators-DistrictUApre419.data.csv": [2753, 2752, 0, 0, 2752],
        "fingertips/la_hospital_admissions_2324.csv": [7209, 6505, 0, 703, 6505],
      ]
    ),
    (
      "homelessness",
      [
        "homelessness/hclic_201809_A1.csv": [357, 336, 0, 1, 2016],
        "homelessness/hclic_201809_P1.csv": [357, 336, 0, 1, 4032],
        "homelessness/hclic_201809_R1.csv": [358, 336, 0, 1, 3696],
        "homelessness/hclic_201809_TA1.csv": [365, 336, 0, 1, 7728],
        "homelessness/hclic_201812_A1.csv": [357, 336, 0, 1, 2016],
        "homelessness/hclic_201812_P1.csv": [357, 336, 0, 1, 4032],
        "homelessness/hclic_201812_R1.csv": [358, 336, 0, 1, 3696],
        "homelessness/hclic_201812_TA1.csv": [365, 336, 0, 1, 7728],
        "homelessness/hclic_201903_A1.csv": [357, 336, 0, 1, 2016],
        "homelessness/hclic_201903_P1.csv": [357, 336, 0, 1, 4032],
        "homelessness/hclic_201903_R1.csv": [358, 336, 0, 1, 3696],
        "homelessness/hclic_201903_TA1.csv": [365, 336, 0, 1, 7728],
        "homelessness/hclic_201906_A1.csv": [349, 327, 0, 1, 2943],
        "homelessness/hclic_201906_P1.csv": [349, 327, 0, 1, 3924],
        "homelessness/hclic_201906_R1.csv": [349, 327, 0, 1, 3597],
        "homelessness/hclic_201906_TA1.csv": [356, 327, 0, 1, 7521],
        "homelessness/hclic_201909_A1.csv": [349, 327, 0, 1, 2943],
        "homelessness/hclic_201909_P1.csv": [349, 327, 0, 1, 3924],
        "homelessness/hclic_201909_R1.csv": [349, 327, 0, 1, 3597],
        "homelessness/hclic_201909_TA1.csv": [355, 327, 0, 1, 7521],
        "homelessness/hclic_201912_A1.csv": [349, 327, 0, 1, 2943],
        "homelessness/hclic_201912_P1.csv": [349, 327, 0, 1, 3924],
        "homelessness/hclic_201912_R1.csv": [349, 327, 0, 1, 3597],
        "homelessness/hclic_201912_TA1.csv": [355, 327, 0, 1, 7521],
        "homelessness/hclic_202003_A1.csv": [352, 327, 0, 1, 2943],
        "homelessness/hclic_202003_P1.csv": [349, 327, 0, 1, 3924],
        "homelessness/hclic_202003_R1.csv": [349, 327, 0, 1, 3597],
        "homelessness/hclic_202003_TA1.csv": [355, 327, 0, 1, 7521],
        "homelessness/hclic_202006_A1.csv": [346, 324, 0, 1, 2916],
        "homelessness/hclic_202006_P1.csv": [346, 324, 0, 1, 3888],
        "homelessness/hclic_202006_R1.csv": [346, 324, 0, 1, 3564],
        "homelessness/hclic_202006_TA1.csv": [352, 324, 0, 1, 7452],
        "homelessness/hclic_202012_A1.csv": [348, 324, 0, 1, 2916],
        "homelessness/hclic_202012_P1.csv": [346, 324, 0, 1, 3888],
        "homelessness/hclic_202012_R1.csv": [346, 324, 0, 1, 3564],
        "homelessness/hclic_202012_TA1.csv": [352, 324, 0, 1, 7452],
        "homelessness/hclic_202106_A1.csv": [345, 319, 0, 1, 2871],
        "homelessness/hclic_202106_P1.csv": [343, 319, 0, 1, 3828],
        "homelessness/hclic_202106_R1.csv": [343, 319, 0, 1, 3509],
        "homelessness/hclic_202106_TA1.csv": [347, 319, 0, 1, 7337],
        "homelessness/hclic_202109_A1.csv": [346, 319, 0, 1, 2871],
        "homelessness/hclic_202109_P1.csv": [342, 319, 0, 1, 3828],
        "homelessness/hclic_202109_R1.csv": [342, 319, 0, 1, 3509],
        "homelessness/hclic_202109_TA1.csv": [349, 319, 0, 1, 7337],
        "homelessness/hclic_202112_A1.csv": [347, 319, 0, 1, 2871],
        "homelessness/hclic_202203_A1.csv": [347, 319, 0, 1, 2871],
        "homelessness/hclic_202203_P1.csv": [343, 319, 0, 1, 3828],
        "homelessness/hclic_202203_R1.csv": [344, 319, 0, 1, 3509],
        "homelessness/hclic_202203_TA1.csv": [351, 319, 0, 1, 7337],
        "homelessness/hclic_202206_A1.csv": [347, 319, 0, 1, 2871],
        "homelessness/hclic_202209_A1.csv": [347, 319, 0, 1, 2871],
        "homelessness/hclic_202209_TA1.csv": [350, 319, 0, 1, 7337],
        "homelessness/hclic_202212_A1.csv": [347, 319, 0, 1, 2871],
        "homelessness/hclic_202303_A1.csv": [347, 319, 0, 1, 2871],
        "homelessness/hclic_202303_A3.csv": [342, 319, 0, 1, 8613],
        "homelessness/hclic_202303_P1.csv": [343, 319, 0, 1, 3828],
        "homelessness/hclic_202303_P2.csv": [340, 319, 0, 1, 4466],
        "homelessness/hclic_202303_R1.csv": [344, 319, 0, 1, 3509],
        "homelessness/hclic_202303_R2.csv": [341, 319, 0, 1, 4466],
        "homelessness/hclic_202303_TA1.csv": [351, 319, 0, 1, 7337],
        "homelessness/hclic_202309_A1.csv": [336, 306, 0, 1, 3366],
        "homelessness/hclic_202309_P1.csv": [330, 306, 0, 1, 4590],
        "homelessness/hclic_202309_R1.csv": [331, 306, 0, 1, 4284],
        "homelessness/hclic_202309_TA1.csv": [339, 306, 0, 1, 7038],
        "homelessness/hclic_202312_A1.csv": [337, 306, 0, 1, 3366],
        "homelessness/hclic_202312_P1.csv": [330, 306, 0, 1, 4590],
        "homelessness/hclic_202312_R1.csv": [331, 306, 0, 1, 4284],
        "homelessness/hclic_202312_TA1.csv": [339, 306, 0, 1, 7038],
        "homelessness/hclic_202403_A1.csv": [336, 306, 0, 1, 3366],
        "homelessness/hclic_202403_A3.csv": [332, 306, 0, 1, 9486],
        "homelessness/hclic_202403_P1.csv": [330, 306, 0, 1, 4590],
        "homelessness/hclic_202403_P2.csv": [328, 306, 0, 1, 4284],
        "homelessness/hclic_202403_R1.csv": [331, 306, 0, 1, 4284],
        "homelessness/hclic_202403_R2.csv": [328, 306, 0, 1, 4284],
        "homelessness/hclic_202403_TA1.csv": [339, 306, 0, 1, 7038],
        "homelessness/hclic_202406_A1.csv": [334, 306, 0, 1, 3366],
        "homelessness/hclic_202406_P1.csv": [328, 306, 0, 1, 4590],
        "homelessness/hclic_202406_R1.csv": [329, 306, 0, 1, 4284],
        "homelessness/hclic_202406_TA1.csv": [337, 306, 0, 1, 7038],
        "homelessness/hclic_202409_A1.csv": [334, 306, 0, 1, 3366],
        "homelessness/hclic_202409_P1.csv": [328, 306, 0, 1, 4590],
        "homelessness/hclic_202409_R1.csv": [329, 306, 0, 1, 4284],
        "homelessness/hclic_202409_TA1.csv": [336, 306, 0, 1, 7038],
        "homelessness/hclic_202503_A1.csv": [336, 306, 0, 1, 3366],
        "homelessness/hclic_202503_A3.csv": [332, 306, 0, 1, 9486],
        "homelessness/hclic_202503_P1.csv": [330, 306, 0, 1, 4590],
        "homelessness/hclic_202503_P2.csv": [328, 306, 0, 1, 4284],
        "homelessness/hclic_202503_R1.csv": [331, 306, 0, 1, 4284],
        "homelessness/hclic_202503_R2.csv": [328, 306, 0, 1, 4284],
        "homelessness/hclic_202503_TA1.csv": [339, 306, 0, 1, 7038],
        "homelessness/hclic_202506_A1.csv": [336, 306, 0, 1, 3366],
        "homelessness/hclic_202506_P1.csv": [330, 306, 0, 1, 4590],
        "homelessness/hclic_202506_R1.csv": [331, 306, 0, 1, 4284],
        "homelessness/hclic_202506_TA1.csv": [339, 306, 0, 1, 7038],
        "homelessness/hclic_202509_A1.csv": [336, 306, 0, 1, 3366],
        "homelessness/hclic_202509_P1.csv": [330, 306, 0, 1, 4590],
        "homelessness/hclic_202509_R1.csv": [331, 306, 0, 1, 4284],
        "homelessness/hclic_202509_TA1.csv": [339, 306, 0, 1, 7038],
      ]
    ),
    (
      "libraries",
      [
        "libraries/loans.csv": [10456, 10455, 0, 0, 10292],
        "libraries/services.csv": [154, 153, 0, 0, 1530],
      ]
    ),
    (
      "oflog",
      [
        "oflog/ASC_data.csv": [6377, 6376, 0, 0, 6376]
      ]
    ),
  ]

  /// Sheets without figures, which are refused with what they are.
  static let refused: Set<String> = [
    "adult-care/ascof_2024_25_Comparability_over_time_log.csv",
    "adult-care/ascof_2024_25_Contents.csv",
    "adult-care/ascof_2024_25_Cover.csv",
    "adult-care/ascof_2024_25_Notes.csv",
    "crime/ons_Notes_CSP_ye_dec2024.csv",
    "crime/ons_Notes_PFA_ye_dec2024.csv",
    "crime/ons_Table_C1_ye_dec2024.csv",
    "fingertips-next/agedata.csv",
    "fingertips-next/categories.csv",
    "fingertips-next/fingertips_indicator_metadata.csv",
    "fingertips-next/indicators.csv",
  ]
}
