package org.gridtill.shell;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.gridtill.api.platform.trust.Vendor;
import org.gridtill.api.platform.trust.VendorTrust;

/** A command about vendors and what they ship. */
abstract class VendorCommand extends RuledCommand {

  @Reference(optional = true)
  VendorTrust trust;

  @Override
  final void runByRules() throws Exception {
    run(present(trust, "vendors' trust"));
  }

  abstract void run(VendorTrust vendors) throws Exception;

  /** Tells loudly that anything may run, if it may. */
  final void warnIfSwitchedOff(VendorTrust vendors) {
    if (!vendors.enforced()) {
      out.println(
          "TRUST IS SWITCHED OFF (gridtill.trust = off): bundles of anybody are let through");
    }
  }

  final void show(Vendor vendor) {
    fact("Subject", vendor.subject());
    fact("Issuer", vendor.issuer());
    fact("Issues others", vendor.issues() ? "yes, and those count too" : "no");
    fact("Valid", vendor.validFrom() + " to " + vendor.validTo());
    fact("Fingerprint", vendor.fingerprint());
  }

  /** Tells what came of bundles, a line each. */
  final void show(List<BundleVerdict> verdicts) {
    print(verdicts, out);
  }

  static void print(List<BundleVerdict> verdicts, PrintStream out) {
    verdicts.forEach(
        verdict ->
            out.println(
                verdict.bundle()
                    + " "
                    + verdict.version()
                    + (verdict.mayResolve() ? " may run: " : " may not run: ")
                    + verdict.words()));
  }
}
