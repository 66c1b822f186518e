package org.gridtill.tests.architecture;

import aQute.bnd.header.Parameters;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may see whom: the arrows of the architecture, in bytecode and in manifests. */
final class VisibilityRules {

  private static final String ADAPTER_API = "api/adapter";
  private static final String STORE = "bundles/store";

  /** Resolves before any other bundle; see docs/decisions/0017-trusted-adapters.md. */
  private static final String TRUST = "bundles/trust";

  private static final String TRUST_API = "org.gridtill.api.platform.trust";
  private static final List<String> OF_THE_FRAMEWORK = List.of("java", "org.osgi.framework");

  private VisibilityRules() {}

  static List<String> classes(CodeBase code) {
    List<String> broken = new ArrayList<>();
    for (Module module : code.modules()) {
      module.classes().stream()
          .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
          .flatMap(dependency -> forbidden(code, module, dependency).stream())
          .forEach(broken::add);
    }
    return broken;
  }

  private static Optional<String> forbidden(CodeBase code, Module from, Dependency dependency) {
    JavaClass target = Types.element(dependency.getTargetClass());
    return code.ownerOf(target)
        .filter(owner -> !maySee(from, owner, target.getPackageName()))
        .map(
            owner ->
                "%s: %s sees %s of %s"
                    .formatted(
                        from, dependency.getOriginClass().getName(), target.getName(), owner));
  }

  static List<String> imports(CodeBase code) {
    List<String> broken = new ArrayList<>();
    for (Module module : code.modules()) {
      for (String imported : new Parameters(module.header("Import-Package")).keySet()) {
        code.ownerOfPackage(imported)
            .filter(owner -> !maySee(module, owner, imported))
            .ifPresent(
                owner -> broken.add("%s imports %s of %s".formatted(module, imported, owner)));
      }
      if (module.path().equals(TRUST)) {
        new Parameters(module.header("Import-Package"))
            .keySet().stream()
                .filter(name -> OF_THE_FRAMEWORK.stream().noneMatch(name::startsWith))
                .forEach(name -> broken.add("%s waits for %s".formatted(module, name)));
      }
      if (!module.isWrappedLibrary()) {
        Stream.of("DynamicImport-Package", "Require-Bundle")
            .filter(header -> !module.header(header).isEmpty())
            .forEach(header -> broken.add("%s has a %s header".formatted(module, header)));
      }
    }
    return broken;
  }

  static List<String> exports(CodeBase code) {
    List<String> broken = new ArrayList<>();
    for (Module module : code.modules()) {
      for (String exported : new Parameters(module.header("Export-Package")).keySet()) {
        if (!mayExport(module, exported)) {
          broken.add("%s exports %s".formatted(module, exported));
        }
      }
    }
    return broken;
  }

  private static boolean mayExport(Module module, String exported) {
    if (!module.isCore() && !module.isAdapter()) {
      return true;
    }
    if (module.isWrappedLibrary()) {
      return !exported.startsWith(CodeBase.OURS);
    }
    if (module.path().equals(TRUST)) {
      return exported.equals(TRUST_API);
    }
    return module.path().equals(STORE) && exported.startsWith("org.gridtill.store.");
  }

  private static boolean maySee(Module from, Module owner, String packageName) {
    if (from.path().equals(owner.path())) {
      return true;
    }
    if (from.isApi() || from.isAdapter()) {
      return owner.path().equals(ADAPTER_API);
    }
    if (from.isCore()) {
      return owner.isApi() || owner.path().equals(STORE) && isOfConcern(packageName, from);
    }
    if (from.isSimulator()) {
      return owner.isApi() || owner.isSimulator();
    }
    return true;
  }

  private static boolean isOfConcern(String packageName, Module core) {
    String own = "org.gridtill.store." + core.concern();
    return packageName.equals(own) || packageName.startsWith(own + ".");
  }
}
