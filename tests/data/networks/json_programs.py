"""Files as other programs write them: JSON, and tables of actors and ties."""

D3 = """{
  "nodes": [
    {"name": "court_b", "group": 1},
    {"name": "clinic", "group": 2}
  ],
  "links": [
    {"source": 0, "target": 1, "value": 10}
  ]
}
"""
NETWORKX = """{"directed": true, "multigraph": true, "graph": {"site": "B"}, "nodes": [
{"name": "Juvenile court", "id": "court_b"},
{"id": 7}],
"links": [
{"kind": "referral", "weight": 3, "source": "court_b", "target": 7, "key": 0},
{"kind": "trust", "source": "court_b", "target": 7, "key": 1}]}
"""
CYTOSCAPE_JSON = """{
  "format_version" : "1.0",
  "generated_by" : "cytoscape-3.10.4",
  "target_cytoscapejs_version" : "~2.1",
  "data" : {
    "shared_name" : "Referrals",
    "SUID" : 1040
  },
  "elements" : {
    "nodes" : [ {
      "data" : {
        "id" : "1099",
        "shared_name" : "court_b",
        "selected" : false
      },
      "position" : {
        "x" : -76.41390702824268,
        "y" : -34.430328479942744
      },
      "selected" : false
    }, {
      "data" : {
        "id" : "1097",
        "shared_name" : "clinic"
      },
      "position" : { "x" : 0.0, "y" : 1.0 }
    } ],
    "edges" : [ {
      "data" : {
        "id" : "1101",
        "source" : "1099",
        "target" : "1097",
        "interaction" : "refers"
      },
      "selected" : false
    } ]
  }
}
"""
BLUEPRINT = """{
  "elements": [
    {
      "label": "Juvenile court",
      "type": "Agency",
      "description": "Sends youths",
      "tags": ["justice", "county"]
    },
    {
      "label": "Residential program",
      "type": "Agency",
      "Beds open": "6"
    }
  ],
  "connections": [
    {
      "from": "Juvenile court",
      "to": "Residential program",
      "type": "referral",
      "direction": "directed"
    },
    {
      "from": "Residential program",
      "to": "Juvenile court",
      "type": "trust",
      "direction": "mutual"
    }
  ]
}
"""
KUMU_BACKUP = """{
  "name": "Coalition B",
  "elements": [
    {"_id": "elem-AbC1", "attributes": {"label": "Officer B1", "element type": "Person"}},
    {"_id": "elem-AbC2", "attributes": {"label": "Officer B1", "element type": "Person"}}
  ],
  "connections": [
    {"_id": "conn-Xy1", "direction": "undirected", "delayed": false, "reversed": false,
     "attributes": {"connection type": "contact"}, "from": "elem-AbC1", "to": "elem-AbC2"}
  ],
  "loops": [],
  "maps": [{"_id": "map-Q", "elements": [{"_id": "pos-1", "position": {"x": 0, "y": 1}}]}]
}
"""
GEPHI_NODES = (
    "Id,Label,timeset,Sector,modularity_class\r\n"
    'court_b,Juvenile court,,justice,0\r\nclinic,"Clinic, north",,health,1\r\n007,,,,\r\n'
)
GEPHI_EDGES = (
    "Source,Target,Type,Kind,Id,Label,timeset,Weight\r\n"
    "court_b,clinic,Directed,referral,0,,,2\r\nclinic,court_b,Undirected,trust,1,,,1.5\r\n"
)
