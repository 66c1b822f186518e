package org.gridtill.simulator.sg186.utility;

/** Made-up names and addresses. */
final class Names {

  private static final String[] FAMILY = {"Wang", "Li", "Zhang", "Liu", "Chen", "Yang", "Zhao"};
  private static final String[] GIVEN = {"Wei", "Fang", "Na", "Min", "Jing", "Lei", "Jun", "Yan"};
  private static final String[] FAMILY_ZH = {"王", "李", "张", "刘", "陈", "杨", "赵"};
  private static final String[] GIVEN_ZH = {"伟", "芳", "娜", "敏", "静", "磊", "军", "艳"};
  private static final String[] STREETS = {
    "Riverside Road", "Station Street", "Mill Lane", "Orchard Road", "Harbor Street"
  };
  private static final int CHINESE_EVERY = 5;

  private Names() {}

  static String person(int index, long random) {
    return index % CHINESE_EVERY == 0
        ? pick(FAMILY_ZH, random) + pick(GIVEN_ZH, random >>> 8)
        : pick(FAMILY, random) + " " + pick(GIVEN, random >>> 8);
  }

  static String address(long random) {
    return Math.floorMod(random >>> 16, 200) + 1 + " " + pick(STREETS, random >>> 24);
  }

  private static String pick(String[] from, long random) {
    return from[Math.floorMod(random, from.length)];
  }
}
