import { invalidPrompt, nodeError } from './errors.mjs';
import { nodeClasses } from './nodes.mjs';

/** Refuses a graph as ComfyUI's validate_prompt does; returns the ids of its outputs. Inputs nobody knows are passed over. */
export function validate(graph, isUploaded) {
  for (const [id, node] of Object.entries(graph)) {
    if (!Object.hasOwn(nodeClasses, node?.class_type)) {
      const what = node?.class_type === undefined ? `ID #${id}` : (node._meta?.title ?? node.class_type);
      throw invalidPrompt('missing_node_type', `Node '${what}' not found. The custom node may not be installed.`, `Node ID '#${id}'`);
    }
  }
  const outputs = Object.keys(graph).filter((id) => nodeClasses[graph[id].class_type].output);
  if (!outputs.length) {
    throw invalidPrompt('prompt_no_outputs', 'Prompt has no outputs');
  }
  const problems = reached(graph, outputs).flatMap((id) => {
    const errors = errorsOf(graph, graph[id], isUploaded);
    return errors.length ? [[id, errors]] : [];
  });
  if (problems.length) {
    const details = problems.flatMap(([, errors]) => errors.map((error) => `${error.message}: ${error.details}`)).join('\n');
    const byNode = Object.assign({}, ...problems.map(([id, errors]) => nodeError(id, graph[id].class_type, errors, outputs)));
    throw invalidPrompt('prompt_outputs_failed_validation', 'Prompt outputs failed validation', details, byNode);
  }
  return outputs;
}

/** What an output hangs on; nodes that lead nowhere are not looked at. */
function reached(graph, outputs) {
  const found = new Set();
  const waiting = [...outputs];
  while (waiting.length) {
    const id = waiting.pop();
    if (!found.has(id) && graph[id]) {
      found.add(id);
      const values = Object.values(graph[id].inputs ?? {});
      waiting.push(...values.filter(Array.isArray).map(([from]) => String(from)));
    }
  }
  return [...found];
}

function errorsOf(graph, { class_type: classType, inputs = {} }, isUploaded) {
  return Object.entries(nodeClasses[classType].inputs).flatMap(([name, wanted]) => {
    const error = (type, message, details) => [{ type, message, details, extra_info: { input_name: name } }];
    const given = inputs[name];
    if (given === undefined) {
      return wanted.optional ? [] : error('required_input_missing', 'Required input is missing', name);
    }
    return Array.isArray(given) ? linked(graph, name, given, wanted, error) : valued(name, given, wanted, error, isUploaded);
  });
}

function linked(graph, name, given, wanted, error) {
  const from = graph[given[0]];
  if (given.length !== 2 || !from) {
    return error('bad_linked_input', 'Bad linked input, must be a length-2 list of [node_id, slot_index]', name);
  }
  const received = nodeClasses[from.class_type].gives[given[1]];
  return received === (wanted.link ?? wanted.kind)
    ? []
    : error(
        'return_type_mismatch',
        'Return type mismatch between linked nodes',
        `${name}, received_type(${received}) mismatch input_type(${wanted.link ?? wanted.kind})`,
      );
}

function valued(name, given, { kind, link, options, min, max }, error, isUploaded) {
  if (link) {
    return error('return_type_mismatch', 'Return type mismatch between linked nodes', `${name}, ${given} is no link`);
  }
  if (kind === 'COMBO' && !options.includes(given)) {
    return error('value_not_in_list', 'Value not in list', `${name}: '${given}' not in ['${options.join("', '")}']`);
  }
  if (kind === 'UPLOAD' && !isUploaded(given)) {
    return error('custom_validation_failed', 'Custom validation failed for node', `${name} - Invalid image file: ${given}`);
  }
  if (kind !== 'INT' && kind !== 'FLOAT') {
    return [];
  }
  const number = Number(given);
  if (given === '' || given === null || !Number.isFinite(number)) {
    return error('invalid_input_type', `Failed to convert an input value to a ${kind} value`, `${name}, ${given}`);
  }
  if (number < min) {
    return error('value_smaller_than_min', `Value ${number} smaller than min of ${min}`, name);
  }
  return number > max ? error('value_bigger_than_max', `Value ${number} bigger than max of ${max}`, name) : [];
}
