package org.gridtill.shell;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** The terminal adapters that are there, ready or waiting. */
record TerminalAdapters(BundleContext context, ServiceComponentRuntime components) {

  Stream<AdapterRow> rows() {
    return new AdapterInventory(context, components)
        .adapters().stream()
            .filter(row -> row.kind().equals(AdapterKind.TERMINAL.toString()))
            .filter(row -> !row.name().equals(AdapterRow.UNKNOWN));
  }

  /** Returns the versions of an adapter. */
  List<String> versions(String name) {
    return rows()
        .filter(row -> row.name().equals(name))
        .map(AdapterRow::version)
        .distinct()
        .sorted()
        .toList();
  }
}
