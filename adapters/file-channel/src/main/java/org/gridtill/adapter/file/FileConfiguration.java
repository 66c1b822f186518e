package org.gridtill.adapter.file;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of the adapter, under the PID {@value #PID}. */
@ObjectClassDefinition(
    name = "GridTill file channel",
    description = "Writes messages to people into a file, one a line.")
public @interface FileConfiguration {

  /** The PID. */
  String PID = "org.gridtill.adapter.file";

  /** The file; its folder is made if it is missing. There is no default. */
  @AttributeDefinition(description = "The file that messages are appended to. Required.")
  String file();
}
