package org.gridtill.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.trust.Vendor;
import org.gridtill.api.platform.trust.VendorTrust;

/** Completes the aliases of trusted vendors. */
@Service
public class VendorAliases extends Words {

  @Reference(optional = true)
  VendorTrust trust;

  @Override
  Stream<String> words() {
    return trust == null ? Stream.empty() : trust.vendors().stream().map(Vendor::alias);
  }
}
