package org.gridtill.certificates;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the certificates, PID {@value #PID}. */
@ObjectClassDefinition(
    id = CertificatesConfiguration.PID,
    name = "GridTill certificates",
    description = "Which authorities' devices may connect, and how long certificates last.")
@interface CertificatesConfiguration {

  String PID = "org.gridtill.certificates";

  @AttributeDefinition(
      name = "Trust anchors",
      description =
          "File with the certificates (PEM) of the utility's own authority, which issues to"
              + " devices; empty if the platform's own one does.")
  String trustAnchors() default "";

  @AttributeDefinition(
      name = "Days of a terminal's certificate",
      description = "How long a certificate of a terminal lasts. 1 to 3650.")
  int terminalDays() default 730;

  @AttributeDefinition(
      name = "Days of a server's certificate",
      description = "How long a certificate of an endpoint lasts. 1 to 3650.")
  int serverDays() default 365;

  @AttributeDefinition(
      name = "Days of the authority's certificate",
      description = "How long the certificate of a new authority lasts. 365 to 9125.")
  int authorityDays() default 3_650;

  @AttributeDefinition(
      name = "Days of a list",
      description = "How long a list of revoked certificates is good. 1 to 365.")
  int listDays() default 30;
}
