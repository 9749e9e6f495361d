# shellcheck shell=bash
# Flows for the load scripts, as BPMN of a few lines. Sourced.

# run_flow KEY BLOCK...: a flow about nobody with these elements, each "ID|BLOCK|NAME=VALUE|NAME=VALUE", one after the other
run_flow() {
  local key=$1 before=start
  shift
  printf '%s' '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"' \
    ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="load">' \
    "<bpmn:process id='$key' name='$key' isExecutable='true'>" \
    "<bpmn:startEvent id='start' camunda:modelerTemplate='qliento.start'><bpmn:extensionElements><camunda:properties>" \
    "<camunda:property name='trigger' value='run'/></camunda:properties></bpmn:extensionElements></bpmn:startEvent>"
  local part parts setting
  for part in "$@"; do
    IFS='|' read -ra parts <<<"$part"
    printf '%s' "<bpmn:serviceTask id='${parts[0]}' camunda:modelerTemplate='qliento.${parts[1]}'>" \
      '<bpmn:extensionElements><camunda:properties>'
    for setting in "${parts[@]:2}"; do
      printf '%s' "<camunda:property name='${setting%%=*}' value='${setting#*=}'/>"
    done
    printf '%s' '</camunda:properties></bpmn:extensionElements></bpmn:serviceTask>' \
      "<bpmn:sequenceFlow id='to-${parts[0]}' sourceRef='$before' targetRef='${parts[0]}'/>"
    before=${parts[0]}
    if [[ ${parts[1]} == request ]]; then
      printf '%s' "<bpmn:boundaryEvent id='bad' attachedToRef='$before'><bpmn:errorEventDefinition errorRef='failed'/>" \
        "</bpmn:boundaryEvent><bpmn:endEvent id='bad-end'/><bpmn:sequenceFlow id='to-bad' sourceRef='bad' targetRef='bad-end'/>"
    fi
  done
  printf '%s' "<bpmn:endEvent id='end'/><bpmn:sequenceFlow id='to-end' sourceRef='$before' targetRef='end'/></bpmn:process>" \
    "<bpmn:error id='failed' errorCode='qliento.failed'/></bpmn:definitions>"
}

# publish KEY: the flow on standard input
publish() {
  cat >"$work/$1.bpmn"
  api POST "flows?key=$1" -H 'Content-Type: application/xml' --data-binary "@$work/$1.bpmn" >/dev/null
  api POST "flows/$1/publish" >/dev/null
}
