package org.gridtill.simulator.sg186.xml;

import java.time.OffsetDateTime;
import javax.xml.bind.annotation.adapters.XmlAdapter;

/** Reads and writes {@code xs:dateTime} with a zone. */
public final class OffsetDateTimeAdapter extends XmlAdapter<String, OffsetDateTime> {

  @Override
  public OffsetDateTime unmarshal(String text) {
    return OffsetDateTime.parse(text.strip());
  }

  @Override
  public String marshal(OffsetDateTime value) {
    return value == null ? null : value.toString();
  }
}
