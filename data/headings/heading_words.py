"""Headings that people's files use for the columns of a cluster list. If a file has several, the first here whose cells fit is read."""

from __future__ import annotations

NAME_HEADINGS = (
    "kluster", "klusternamn", "klustrets namn", "klusterorganisation", "cluster", "cluster name", "cluster organisation", "företag",
    "företagsnamn", "företagets namn", "bolag", "bolagsnamn", "company", "company name", "organisationsnamn", "organisationens namn",
    "organisation", "organization", "organisation name", "organization name", "organization 1 name",
    "medlemsföretag", "medlem", "member", "aktör",
    "förening", "firma", "firmanamn", "föreningens namn", "föreningsnamn", "medlemsföretagets namn", "medlemmens namn", "medlemsnamn",
    "bolagets namn", "verksamhetsnamn", "verksamhetens namn", "namn på klustret", "namn på organisationen", "account name", "association",
    "association name", "network name", "juridiskt namn", "virksomhet", "virksomhed", "bedrift", "ftg",
    "name", "namn", "navn", "benämning", "titel", "title",
)  # fmt: skip
NAME_GUESSES = (  # the name only where no heading above is
    "klusterorganisationens namn", "klusterinitiativ", "initiativ", "innovationsmiljö", "nätverk", "projektnamn", "projekt", "project",
    "enhet", "arbetsställe", "stödmottagare", "sökande", "beneficiary", "verksamhet", "nod", "huvudman", "legal name", "part", "partner",
    "org", "kund", "kundnamn", "deltagare", "deltagande företag", "participant", "leverantör", "supplier", "bidragsmottagare",
    "startup", "start up", "startupbolag", "portföljbolag", "inkubatorsbolag", "portfolio company", "venture",
    "customer", "customer name", "account", "itemlabel", "item label",
    "arbetsgivare", "arbetsplats", "organisationstillhörighet", "employer", "workplace", "affiliation",
    "participant organisation name", "participating organisation", "partner organisation", "partner name", "beneficiary name",
)  # fmt: skip
REGION_HEADINGS = (
    "län", "länskod", "länkod", "county", "counties", "county code", "region", "regions", "regioner", "region code", "regionkod",
    "nuts 3", "nuts3", "nuts3 codes", "länsnamn", "länsbokstav", "hemlän", "säteslän", "säte län", "fylke",
    "nuts", "iso 3166 2", "länstillhörighet", "huvudlän",
)  # fmt: skip
REGION_GUESSES = (  # where they hold counties
    "landskap", "state province", "billing state province", "billing state", "mailing state",
    "business state", "company state", "state", "province", "ln", "lk", "distrikt",
    "geografiskt område", "verksamhetsområde",
)  # fmt: skip
MUNICIPALITY_HEADINGS = (
    "kommun", "kommunkod", "municipality", "municipality code", "säte", "seat", "säteskommun", "hemkommun", "kommunnamn", "kommuner",
    "huvudkommun",
    "seat municipality", "municipality of the seat", "municipality name", "headquarters municipality", "kommune", "kom", "kn",
)  # fmt: skip
TOWN_HEADINGS = (
    "ort", "postort", "tätort", "stad", "town", "city", "ortnamn", "besöksort", "säteort", "locality", "postnr ort", "postnummer ort",
    "postadress", "placeringsort", "billing city", "mailing city", "city name", "headquarters city", "hemort", "poststed",
    "business city", "home city", "company city", "shipping city", "address 1 city", "addresslocality", "adress arbete ort", "ort arbete",
)  # fmt: skip
TOWN_GUESSES = (
    "plats", "place", "location", "lokalisering", "placering", "hemvist", "belägenhet", "geografi", "adress", "besöksadress", "address",
    "visiting address", "gatuadress", "headquarters location", "headquarters", "hq location", "hq", "huvudkontor",
)  # fmt: skip
FOCUS_HEADINGS = (
    "inriktning", "branschinriktning", "industry focus", "focus area", "focus areas", "fokus", "fokusområde", "fokusområden",
    "bransch", "branscher", "industry", "sektor", "sector", "näringsgren",
)  # fmt: skip
FOUNDED_HEADINGS = (
    "grundat", "grundad", "startår", "founding year", "year founded", "grundades", "bildat", "bildad", "etableringsår", "stiftet",
)  # fmt: skip
WEBSITE_HEADINGS = (
    "webbplats", "webb", "hemsida", "website", "web", "url", "länk", "link", "webbadress", "webbsida", "web site", "homepage",
    "hemsideadress", "web page", "website 1 value", "internetadress", "www", "nettsted", "nettside", "hjemmeside",
    "company domain name", "domän", "domain",
)  # fmt: skip
COORDINATE_HEADINGS = (
    "koordinater", "koordinat", "coordinates", "coordinate", "gps", "gps koordinater", "lat long", "lat lon", "lat lng", "latlong",
    "latlng", "latlon", "latitud longitud", "latitude longitude", "geometry", "wkt", "geopoint", "geo point",
    "geo point 2d", "wgs84", "wgs 84", "geom", "the geom", "coord", "coords",
)  # fmt: skip
LATITUDE_HEADINGS = (
    "latitud", "latitude", "breddgrad", "nordkoordinat", "northing", "n koordinat", "n", "nord",
)  # fmt: skip
LONGITUDE_HEADINGS = (
    "lng", "long", "longitud", "longitude", "längdgrad", "ostkoordinat", "östkoordinat", "easting", "e koordinat", "ö koordinat", "e",
    "ö", "o", "ost", "öst",
)  # fmt: skip
