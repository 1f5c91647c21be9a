"""Spanish words that a report turns on, and what English may make of each: deaths, arrests, fires, weapons."""

from __future__ import annotations

import re
from typing import NamedTuple


class Keyword(NamedTuple):
    """What English a Spanish word may become.

    Args:
        english: the form to put in where the word was lost; empty where the sentence decides.
        accepted: matches the beginnings of all English words that may stand for it.
    """

    english: str
    accepted: re.Pattern[str]


# Beginnings of words; whole words end with an underscore.
_DEAD = (
    "dead_ deadl death die_ died_ dies_ dying kill fatal casualt toll_ deceased corpse body_ bodies lifeless lost_ "
    "lives_ murder slain late_ perish slaughter mortal demise execut assassinat stillborn victim shot_ passed_ "
    "passing_ succumb"
)
_PRISON = (
    "prison jail imprison incarcerat gaol detention custody inmate convict detain captiv arrest behind_ locked held_"
)
_HOSTAGE = "hostage kidnap abduct captive captivity"
_KIDNAP = "kidnap abduct hijack hostage seize seizure ransom captur captive captor sequest took_ taken_ snatch"
_MURDER = (
    "murder kill assassin slain slay slaughter massacr homicid manslaughter dead_ death shot_ execut butcher gunned"
)
_INJURED = "injur wounded wounding hurt casualt harm maim unhurt"
_FIRE = "fire firem firef fires blaze flame burn arson inferno torch"
_FIREFIGHTER = "fire_ fireman firemen firefight"
_ATTACK = "attack bomb assault attempt assassinat terror blast blow blew outrage strike explosion plot"
_BOMB = "bomb shell strike raid blitz pound barrage attack"
_QUAKE = "earthquake quake tremor seism"
_DENY = "deny_ denie denial refut disprov dismiss contradict belie debunk reject disput rebut repudiat discredit"
_ACQUIT = "acquit absol clear exonerat innocent excus"
_DISBURSE = "disburs pay_ pays_ paid spen outlay fork releas"
_PREVENT = (
    "prevent stop block bar_ bars_ barr preclud hinder imped keep_ keeps_ keeping_ kept_ obstruct prohibit forbid "
    "forbad avoid without_ not_ n't_ cannot_ unable_ fail thwart inhibit deter hamper avert disab deny_ denie refus "
    "disallow impossible restrain foil ban_ bans_ banned rule_ rules_ no_ hold_ held_ limit"
)
_MISSILE = "missile rocket icbm projectile ballistic anti-missile antimissile"
_WAR = (
    "war_ wars_ warfare warr warlord wartime postwar post-war prewar pre-war interwar conflict battle fight combat "
    "hostilit armed_ military_ wage struggle world_"
)
_SOLDIER = (
    "soldier troop servicem servicewom forces military men_ army armed gi_ gis_ fighter conscript private_ combatant "
    "personnel"
)
_DRONE = "drone unmanned uav"
_HOSPITAL = "hospital clinic infirmary medical"
_STRIKE = "strike striking walkout stoppage industrial_ struck walk"
_REFUGEE = "refugee displaced asylum migrant"
_PIPELINE = "pipeline gas_ oil_"
_AIRPORT = "airport airfield"
_CANCER = "cancer tumor tumour carcinom leukemi oncolog"
# Forms, the English to put in, the beginnings that are accepted.
_TABLE = (
    ("muerto muertos", "dead", _DEAD),
    ("muertas", "dead", _DEAD),
    ("muertes", "deaths", _DEAD),
    ("herido heridos", "injured", _INJURED),
    ("bombero", "firefighter", _FIREFIGHTER),
    ("bomberos", "firefighters", _FIREFIGHTER),
    ("detenidos detenidas", "detained", _PRISON + " captur caught apprehend stopp halt suspect picked interned"),
    ("preso", "prisoner", _PRISON + " seized_ grip"),
    ("presos", "prisoners", _PRISON),
    ("rehén", "hostage", _HOSTAGE),
    ("rehenes", "hostages", _HOSTAGE),
    ("secuestro", "kidnapping", _KIDNAP),
    ("secuestros", "kidnappings", _KIDNAP),
    ("secuestró secuestraron", "kidnapped", _KIDNAP),
    ("asesinato", "murder", _MURDER),
    ("asesinatos", "murders", _MURDER),
    ("asesinó asesinaron", "murdered", _MURDER),
    ("asesinado asesinados asesinada asesinadas", "murdered", _MURDER),
    ("falleció fallecieron murió murieron", "died", _DEAD),
    ("fallecidos", "dead", _DEAD),
    (
        "atentado",
        "attack",
        _ATTACK,
    ),
    (
        "atentados",
        "attacks",
        _ATTACK,
    ),
    ("bombardeo", "bombing", _BOMB),
    ("bombardeos", "bombings", _BOMB),
    ("incendio", "fire", _FIRE),
    ("incendios", "fires", _FIRE),
    ("tiroteo", "shooting", "shoot shot gun fire"),
    ("tiroteos", "shootings", "shoot shot gun fire"),
    ("terremoto sismo", "earthquake", _QUAKE),
    ("terremotos sismos", "earthquakes", _QUAKE),
    ("cárcel", "prison", _PRISON + " cell years sentence"),
    ("cárceles", "prisons", _PRISON + " cell"),
    ("alcalde alcaldesa exalcalde exalcaldesa", "mayor", "mayor lord"),
    ("misil", "missile", _MISSILE),
    ("misiles", "missiles", _MISSILE),
    ("guerra", "war", _WAR),
    ("guerras", "wars", _WAR),
    ("soldado", "soldier", _SOLDIER),
    ("soldados", "soldiers", _SOLDIER),
    ("dron", "drone", _DRONE),
    ("drones", "drones", _DRONE),
    ("hospital", "hospital", _HOSPITAL),
    ("hospitales", "hospitals", _HOSPITAL),
    ("huelga", "strike", _STRIKE),
    ("huelgas", "strikes", _STRIKE),
    ("refugiados", "refugees", _REFUGEE),
    ("gasoducto oleoducto", "pipeline", _PIPELINE),
    ("gasoductos oleoductos", "pipelines", _PIPELINE),
    ("aeropuerto", "airport", _AIRPORT),
    ("aeropuertos", "airports", _AIRPORT),
    ("cáncer", "cancer", _CANCER),
    ("desmiente desmienten", "", _DENY),
    ("desmintió desmintieron", "denied", _DENY),
    ("absuelve absolver", "", _ACQUIT),
    ("absolvió absolvieron absuelto absueltos absuelta absueltas", "acquitted", _ACQUIT),
    ("desembolsar desembolsará desembolsarán", "disburse", _DISBURSE),
    ("desembolsó desembolsaron", "disbursed", _DISBURSE),
    ("impide impiden impedir", "", _PREVENT),
    ("impidió impidieron", "prevented", _PREVENT),
)


def _beginnings(words: str) -> re.Pattern[str]:
    patterns = [re.escape(word.removesuffix("_")) + (r"(?!\w)" if word.endswith("_") else "") for word in words.split()]
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(patterns)})", re.IGNORECASE)


KEYWORDS = {
    form: Keyword(english, _beginnings(accepted)) for forms, english, accepted in _TABLE for form in forms.split()
}
