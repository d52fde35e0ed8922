"""Given names that are frequent in Sweden, by which a column of people's names is told from one of organisations; folded."""

from __future__ import annotations

NAMES = """
agnes agneta ahmed aida alexander alexandra alfred ali alice alicia alva amanda amir anders andrea andreas anette anita ann anna
anne anneli annelie annette annica annika anton arne arvid asa astrid axel barbro bengt berit bertil birgit birgitta bjorn bo boel
borje britt camilla carin carina carl carolina caroline catarina catharina cecilia charlotta charlotte christer christian
christina christoffer cia claes clara conny dag dan daniel david ebba edvin elias elin elisabet elisabeth elise ella ellen ellinor
elsa emelie emil emilia emma eric erica erik erika ester eva evelina fatima felicia felix filip fredrik freja frida gabriel
gabriella gerd gert goran greta gun gunilla gunnar gustaf gustav hakan hampus hanna hannah hans harald harry hassan helen helena
helene henrik henry hugo ibrahim ida inga ingegerd ingela ingemar inger ingmar ingrid isabella isabelle isak jacob jakob jan janne
jeanette jennie jenny jens jesper jessica jimmy joakim jocke joel johan johanna johannes john johnny jon jonas jonathan jorgen
josef josefin josefine joseph julia kaj kajsa karin karl karolina katarina kate kenneth kent kerstin kim kjell klara klas krister
kristian kristina kristoffer kurt lars lasse leif lena lennart leo liam lilian lina linda linn linnea linus lisa lisbeth liselotte
lotta louise lovisa lucas ludvig lukas magdalena magnus maj maja malin marcus maria marianne marie marika marina markus martin
martina mathias matilda mats mattias max melker michael mikael mikaela moa mohamed mohammed mona monica monika morgan mustafa
nadja natalie nathalie niclas niklas nils nina nora ola oliver olivia olle olof oscar oskar otto ove pamela par patricia patrik
paul paulina per pernilla peter petra pia pontus rasmus rebecka richard rickard rikard robert robin roger roland rolf ronny rune
sandra sanna sara sarah sebastian simon siv sofia sofie solveig sonja staffan stefan stellan stig stina sture susanna susanne
svante sven tage terese teresia thomas tobias tom tomas tommy tony tora torbjorn tord tore tove tuva ulf ulla ulrica ulrika urban
ursula vera veronica veronika victor victoria viktor viktoria vilma vincent viveka yasmin ylva yngve yvonne zahra
"""
GIVEN_NAMES = frozenset(NAMES.split())
