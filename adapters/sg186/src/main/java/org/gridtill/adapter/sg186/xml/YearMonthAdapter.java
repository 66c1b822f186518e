package org.gridtill.adapter.sg186.xml;

import java.time.YearMonth;
import javax.xml.bind.annotation.adapters.XmlAdapter;

/** Reads and writes {@code xs:gYearMonth}, such as {@code 2026-09}. */
public final class YearMonthAdapter extends XmlAdapter<String, YearMonth> {

  @Override
  public YearMonth unmarshal(String text) {
    return YearMonth.parse(text.strip());
  }

  @Override
  public String marshal(YearMonth value) {
    return value == null ? null : value.toString();
  }
}
