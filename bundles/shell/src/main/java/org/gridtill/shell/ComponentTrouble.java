package org.gridtill.shell;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Says in words why a component offers no service. */
final class ComponentTrouble {

  private ComponentTrouble() {}

  static String of(
      ComponentDescriptionDTO component, Collection<ComponentConfigurationDTO> configurations) {
    if (configurations.isEmpty()) {
      return "require".equals(component.configurationPolicy)
          ? noConfiguration(component)
          : "disabled";
    }
    return configurations.stream()
        .map(configuration -> describe(component, configuration))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String describe(
      ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
    return switch (configuration.state) {
      case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> noConfiguration(component);
      case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
          "waiting for "
              + Arrays.stream(configuration.unsatisfiedReferences)
                  .map(reference -> missing(component, reference))
                  .collect(Collectors.joining(", "));
      case ComponentConfigurationDTO.FAILED_ACTIVATION ->
          "failed: " + rootCause(configuration.failure);
      default -> "starting";
    };
  }

  private static String noConfiguration(ComponentDescriptionDTO component) {
    return "waiting for configuration " + String.join(", ", component.configurationPid);
  }

  private static String missing(
      ComponentDescriptionDTO component, UnsatisfiedReferenceDTO unsatisfied) {
    return Arrays.stream(component.references)
        .filter(reference -> reference.name.equals(unsatisfied.name))
        .map(reference -> "service " + reference.interfaceName)
        .findFirst()
        .orElse("reference " + unsatisfied.name);
  }

  /** Returns what a stack trace has at its root, without the exception's class. */
  private static String rootCause(String failure) {
    return failure == null
        ? "see the log"
        : failure
            .lines()
            .filter(line -> !line.startsWith("\t"))
            .reduce((outer, inner) -> inner)
            .orElse("see the log")
            .replaceFirst("^(Caused by: )?([A-Za-z0-9_.$]+(Exception|Error): )?", "");
  }
}
