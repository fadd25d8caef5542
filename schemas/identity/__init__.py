"""Ids of people, bodies, states and territories: the same for the same one in every article and spelling.

An id is made of a name by rule, so any process gives the same. Its characters are `a-z`, `A-Z`, `0-9`, `-` and `:`, at
most 120, so that it stands in an address as it is. Names are in small letters, ISO 3166-1 codes in capitals:

    state:AM                              a state
    territory:nagorno-karabakh            one without general recognition
    body:european-union                   a body of bodies.csv, or another of which no country is known, or several
    body:AZ:ministry-of-foreign-affairs   a body of one country
    person:polad-bulbuloglu:AZ            a person of one country
    person:polad-bulbuloglu               a person of whom no country is known, or several
"""

from schemas.identity.bodies import body_id
from schemas.identity.names import id_of
from schemas.identity.persons import person_id
from schemas.identity.states import state_id, territory_id

__all__ = ["body_id", "id_of", "person_id", "state_id", "territory_id"]
