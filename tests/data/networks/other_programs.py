"""Files in the shape in which other programs write them, with names changed."""

YED = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
xmlns:java="http://www.yworks.com/xml/yfiles-common/1.0/java" \
xmlns:sys="http://www.yworks.com/xml/yfiles-common/markup/primitives/2.0" \
xmlns:x="http://www.yworks.com/xml/yfiles-common/markup/2.0" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xmlns:y="http://www.yworks.com/xml/graphml" xmlns:yed="http://www.yworks.com/xml/yed/3" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd">
  <!--Created by yEd 3.20-->
  <key attr.name="Description" attr.type="string" for="graph" id="d0"/>
  <key for="port" id="d1" yfiles.type="portgraphics"/>
  <key attr.name="url" attr.type="string" for="node" id="d4"/>
  <key attr.name="description" attr.type="string" for="node" id="d5"/>
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key for="graphml" id="d7" yfiles.type="resources"/>
  <key attr.name="url" attr.type="string" for="edge" id="d8"/>
  <key attr.name="description" attr.type="string" for="edge" id="d9"/>
  <key for="edge" id="d10" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <data key="d0"/>
    <node id="n0" yfiles.foldertype="group">
      <data key="d4" xml:space="preserve"/>
      <data key="d6">
        <y:ProxyAutoBoundsNode>
          <y:Realizers active="0">
            <y:GroupNode>
              <y:Geometry height="150.0" width="250.0" x="0.0" y="0.0"/>
              <y:NodeLabel alignment="right">Juvenile court</y:NodeLabel>
            </y:GroupNode>
          </y:Realizers>
        </y:ProxyAutoBoundsNode>
      </data>
      <graph edgedefault="directed" id="n0:">
        <node id="n0::n0">
          <data key="d5"><![CDATA[Officer of <court>]]></data>
          <data key="d6">
            <y:ShapeNode>
              <y:Geometry height="30.0" width="30.0" x="113.0" y="130.0"/>
              <y:Fill color="#FFCC00" transparent="false"/>
              <y:NodeLabel alignment="center" fontSize="12">Officer B1
                <y:LabelModel><y:SmartNodeLabelModel distance="4.0"/></y:LabelModel>
              </y:NodeLabel>
              <y:Shape type="rectangle"/>
            </y:ShapeNode>
          </data>
        </node>
      </graph>
    </node>
    <node id="n1">
      <data key="d6">
        <y:ShapeNode><y:NodeLabel>Residential program</y:NodeLabel></y:ShapeNode>
      </data>
    </node>
    <edge id="e0" source="n0::n0" target="n1">
      <data key="d9"/>
      <data key="d10">
        <y:PolyLineEdge>
          <y:Path sx="0.0" sy="0.0" tx="0.0" ty="0.0"/>
          <y:Arrows source="none" target="standard"/>
          <y:EdgeLabel alignment="center">refers to<y:LabelModel/></y:EdgeLabel>
        </y:PolyLineEdge>
      </data>
    </edge>
  </graph>
  <data key="d7"><y:Resources/></data>
</graphml>
"""
CYTOSCAPE = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key attr.name="SUID" attr.type="long" for="node" id="d0"/>
<key attr.name="shared name" attr.type="string" for="node" id="d1"/>
<key attr.name="selected" attr.type="boolean" for="node" id="d2"/>
<key attr.name="interaction" attr.type="string" for="edge" id="d3"/>
<key attr.name="visits" attr.type="int" for="edge" id="d4"><default>1</default></key>
<graph edgedefault="directed" id="Referrals">
<node id="62"><data key="d0">62</data>
<data key="d1">court_b</data><data key="d2">false</data></node>
<node id="64"><data key="d0">64</data><data key="d1">clinic</data><data key="d2">true</data></node>
<edge source="62" target="64"><data key="d3">refers (to)</data></edge>
</graph>
</graphml>
"""
IGRAPH = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
         xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns
         http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
<!-- Created by igraph -->
  <key id="v_name" for="node" attr.name="name" attr.type="string"/>
  <key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>
  <graph id="G" edgedefault="undirected">
    <node id="n0">
      <data key="v_name">court_b</data>
    </node>
    <node id="n1">
      <data key="v_name">clinic</data>
    </node>
    <edge source="n0" target="n1">
      <data key="e_weight">2.5</data>
    </edge>
  </graph>
</graphml>
"""
GEPHI_GEXF = """<?xml version='1.0' encoding='UTF-8'?>
<gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:viz="http://gexf.net/1.3/viz" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd">
  <meta lastmodifieddate="2024-05-02">
    <creator>Gephi 0.10.1</creator>
    <title></title>
    <description></description>
  </meta>
  <graph defaultedgetype="directed" mode="static">
    <attributes class="node" mode="static">
      <attribute id="sector" title="Sector" type="string">
        <default>unknown</default>
      </attribute>
      <attribute id="degree" title="Degree" type="integer"/>
    </attributes>
    <attributes class="edge" mode="static">
      <attribute id="formal" title="Formal" type="boolean"/>
    </attributes>
    <nodes>
      <node id="court_b" label="Juvenile court">
        <attvalues>
          <attvalue for="sector" value="justice"/>
          <attvalue for="degree" value="3"/>
        </attvalues>
        <viz:size value="10.0"></viz:size>
        <viz:position x="-202.02621" y="435.50427"></viz:position>
        <viz:color r="192" g="192" b="192"></viz:color>
      </node>
      <node id="clinic" label="clinic"/>
    </nodes>
    <edges>
      <edge id="0" source="court_b" target="clinic" weight="2.0">
        <attvalues>
          <attvalue for="formal" value="true"/>
        </attvalues>
      </edge>
      <edge id="1" source="clinic" target="court_b" kind="trust"/>
      <edge id="2" source="clinic" target="court_b" type="undirected"/>
    </edges>
  </graph>
</gexf>
"""
OLD_GEXF = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.1draft" version="1.1">
  <graph mode="dynamic" defaultedgetype="undirected" timeformat="date">
    <attributes class="node" mode="dynamic">
      <attribute id="0" title="staff" type="integer"/>
    </attributes>
    <nodes>
      <node id="a" label="Court" start="2023-01-01">
        <attvalues>
          <attvalue id="0" value="3" start="2023-01-01" end="2023-06-30"/>
          <attvalue id="0" value="4" start="2023-07-01"/>
        </attvalues>
      </node>
      <node id="b" label="Clinic"/>
    </nodes>
    <edges><edge id="e7" source="a" target="b" type="mutual"/></edges>
  </graph>
</gexf>
"""
GEPHI_GML = """graph
[
  Creator "Gephi"
  directed 1
  node
  [
    id 1
    label "Juvenile court"
    graphics
    [
      x 0.123574995
      y 0.3538667
      z 0.0
      w 10.0
      h 10.0
      d 10.0
      fill "#000000"
    ]
    Degree "2"
  ]
  node
  [
    id 2
    label "Caf&eacute; \u201cCorner\u201d"
  ]
  edge
  [
    id 0
    source 1
    target 2
    value 2.5
  ]
]
"""
PUBLISHED_GML = """Creator "A. Person on Sat Jul 22 05:32:16 2006"
graph
[
  directed 0
  # labels are left to the reader
  node
  [
    id 1
  ]
  node
  [
    id 2
  ]
  edge
  [
    source 2
    target 1
  ]
]
"""
