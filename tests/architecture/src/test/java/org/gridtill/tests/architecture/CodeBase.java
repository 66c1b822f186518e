package org.gridtill.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All modules, and which of them owns a class or a package. */
final class CodeBase {

  /** Of everything that is ours, the names begin like this. */
  static final String OURS = "org.gridtill.";

  private final List<Module> modules;
  private final Map<String, Module> ownersOfClasses = new HashMap<>();
  private final Map<String, Module> ownersOfPackages = new HashMap<>();

  CodeBase(List<Module> modules) {
    this.modules = List.copyOf(modules);
    for (Module module : modules) {
      for (JavaClass type : module.classes()) {
        if (type.getName().startsWith(OURS)) {
          ownersOfClasses.put(type.getName(), module);
          ownersOfPackages.put(type.getPackageName(), module);
        }
      }
    }
  }

  List<Module> modules() {
    return modules;
  }

  Optional<Module> ownerOf(JavaClass type) {
    return Optional.ofNullable(ownersOfClasses.get(Types.element(type).getName()));
  }

  Optional<Module> ownerOfPackage(String name) {
    return Optional.ofNullable(ownersOfPackages.get(name));
  }
}
