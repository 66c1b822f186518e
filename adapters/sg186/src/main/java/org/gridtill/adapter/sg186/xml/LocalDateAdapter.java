package org.gridtill.adapter.sg186.xml;

import java.time.LocalDate;
import javax.xml.bind.annotation.adapters.XmlAdapter;

/** Reads and writes {@code xs:date} without a zone, such as {@code 2026-09-30}. */
public final class LocalDateAdapter extends XmlAdapter<String, LocalDate> {

  @Override
  public LocalDate unmarshal(String text) {
    return LocalDate.parse(text.strip());
  }

  @Override
  public String marshal(LocalDate value) {
    return value == null ? null : value.toString();
  }
}
