package org.gridtill.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Completes the names of terminal adapters, ready or waiting. */
@Service
public class TerminalAdapterNames extends Words {

  @Reference BundleContext context;

  @Reference(optional = true)
  ServiceComponentRuntime components;

  @Override
  Stream<String> words() {
    return new TerminalAdapters(context, components).rows().map(AdapterRow::name).distinct();
  }
}
