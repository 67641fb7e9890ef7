// Generated from proto/ by scripts/generate.ts. Do not edit.
/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $Array = $util.global.Array, $String = $util.global.String, $Number = $util.global.Number, $Boolean = $util.global.Boolean, $parseInt = $util.global.parseInt, $BigInt = $util.global.BigInt;

const $root = $protobuf.roots["dpm_pdu_v1"] || ($protobuf.roots["dpm_pdu_v1"] = {});

export const dpm = $root.dpm = (() => {

    const dpm = {};

    dpm.v1 = (function() {

        const v1 = {};

        v1.Selector = (function() {

            const Selector = function (properties) {
                this.ids = [];
                this.groups = [];
                this.pids = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Selector.prototype.ids = $util.emptyArray;
            Selector.prototype.groups = $util.emptyArray;
            Selector.prototype.pids = $util.emptyArray;

            Selector.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ids != null && message.ids.length)
                    for (let i = 0; i < message.ids.length; ++i)
                        writer.uint32(10).string(message.ids[i]);
                if (message.groups != null && message.groups.length)
                    for (let i = 0; i < message.groups.length; ++i)
                        writer.uint32(18).string(message.groups[i]);
                if (message.pids != null && message.pids.length)
                    writer.uint32(26).uint32s(message.pids);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Selector.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Selector();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.ids && message.ids.length))
                                message.ids = [];
                            message.ids.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.groups && message.groups.length))
                                message.groups = [];
                            message.groups.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.pids && message.pids.length))
                                    message.pids = [];
                                reader.uint32s(message.pids);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.pids && message.pids.length))
                                message.pids = [];
                            message.pids.push(reader.uint32());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Selector.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Selector)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Selector: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.Selector();
                if (object.ids) {
                    if (!$Array.isArray(object.ids))
                        throw $TypeError(".dpm.v1.Selector.ids: array expected");
                    message.ids = $Array(object.ids.length);
                    for (let i = 0; i < object.ids.length; ++i)
                        message.ids[i] = $String(object.ids[i]);
                }
                if (object.groups) {
                    if (!$Array.isArray(object.groups))
                        throw $TypeError(".dpm.v1.Selector.groups: array expected");
                    message.groups = $Array(object.groups.length);
                    for (let i = 0; i < object.groups.length; ++i)
                        message.groups[i] = $String(object.groups[i]);
                }
                if (object.pids) {
                    if (!$Array.isArray(object.pids))
                        throw $TypeError(".dpm.v1.Selector.pids: array expected");
                    message.pids = $Array(object.pids.length);
                    for (let i = 0; i < object.pids.length; ++i)
                        message.pids[i] = object.pids[i] >>> 0;
                }
                return message;
            };

            Selector.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.ids = [];
                    object.groups = [];
                    object.pids = [];
                }
                if (message.ids && message.ids.length) {
                    object.ids = $Array(message.ids.length);
                    for (let j = 0; j < message.ids.length; ++j)
                        object.ids[j] = message.ids[j];
                }
                if (message.groups && message.groups.length) {
                    object.groups = $Array(message.groups.length);
                    for (let j = 0; j < message.groups.length; ++j)
                        object.groups[j] = message.groups[j];
                }
                if (message.pids && message.pids.length) {
                    object.pids = $Array(message.pids.length);
                    for (let j = 0; j < message.pids.length; ++j)
                        object.pids[j] = message.pids[j];
                }
                return object;
            };

            Selector.prototype.toJSON = function() {
                return Selector.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Selector;
        })();

        v1.StartRequest = (function() {

            const StartRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StartRequest.prototype.selector = null;

            StartRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.selector != null && $Object.hasOwnProperty.call(message, "selector"))
                    $root.dpm.v1.Selector.encode(message.selector, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StartRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.StartRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.selector = $root.dpm.v1.Selector.decode(reader, reader.size(), $undefined, _depth + 1, message.selector);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            StartRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.StartRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.StartRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.StartRequest();
                if (object.selector != null) {
                    if (!$util.isObject(object.selector))
                        throw $TypeError(".dpm.v1.StartRequest.selector: object expected");
                    message.selector = $root.dpm.v1.Selector.fromObject(object.selector, _depth + 1);
                }
                return message;
            };

            StartRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.selector = null;
                if (message.selector != null && $Object.hasOwnProperty.call(message, "selector"))
                    object.selector = $root.dpm.v1.Selector.toObject(message.selector, options, _depth + 1);
                return object;
            };

            StartRequest.prototype.toJSON = function() {
                return StartRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return StartRequest;
        })();

        v1.StopRequest = (function() {

            const StopRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StopRequest.prototype.selector = null;

            StopRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.selector != null && $Object.hasOwnProperty.call(message, "selector"))
                    $root.dpm.v1.Selector.encode(message.selector, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StopRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.StopRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.selector = $root.dpm.v1.Selector.decode(reader, reader.size(), $undefined, _depth + 1, message.selector);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            StopRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.StopRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.StopRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.StopRequest();
                if (object.selector != null) {
                    if (!$util.isObject(object.selector))
                        throw $TypeError(".dpm.v1.StopRequest.selector: object expected");
                    message.selector = $root.dpm.v1.Selector.fromObject(object.selector, _depth + 1);
                }
                return message;
            };

            StopRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.selector = null;
                if (message.selector != null && $Object.hasOwnProperty.call(message, "selector"))
                    object.selector = $root.dpm.v1.Selector.toObject(message.selector, options, _depth + 1);
                return object;
            };

            StopRequest.prototype.toJSON = function() {
                return StopRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return StopRequest;
        })();

        v1.RestartRequest = (function() {

            const RestartRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RestartRequest.prototype.selector = null;

            RestartRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.selector != null && $Object.hasOwnProperty.call(message, "selector"))
                    $root.dpm.v1.Selector.encode(message.selector, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RestartRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.RestartRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.selector = $root.dpm.v1.Selector.decode(reader, reader.size(), $undefined, _depth + 1, message.selector);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            RestartRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.RestartRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.RestartRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.RestartRequest();
                if (object.selector != null) {
                    if (!$util.isObject(object.selector))
                        throw $TypeError(".dpm.v1.RestartRequest.selector: object expected");
                    message.selector = $root.dpm.v1.Selector.fromObject(object.selector, _depth + 1);
                }
                return message;
            };

            RestartRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.selector = null;
                if (message.selector != null && $Object.hasOwnProperty.call(message, "selector"))
                    object.selector = $root.dpm.v1.Selector.toObject(message.selector, options, _depth + 1);
                return object;
            };

            RestartRequest.prototype.toJSON = function() {
                return RestartRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return RestartRequest;
        })();

        v1.PingRequest = (function() {

            const PingRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PingRequest.prototype.selector = null;

            PingRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.selector != null && $Object.hasOwnProperty.call(message, "selector"))
                    $root.dpm.v1.Selector.encode(message.selector, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PingRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.PingRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.selector = $root.dpm.v1.Selector.decode(reader, reader.size(), $undefined, _depth + 1, message.selector);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PingRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.PingRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.PingRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.PingRequest();
                if (object.selector != null) {
                    if (!$util.isObject(object.selector))
                        throw $TypeError(".dpm.v1.PingRequest.selector: object expected");
                    message.selector = $root.dpm.v1.Selector.fromObject(object.selector, _depth + 1);
                }
                return message;
            };

            PingRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.selector = null;
                if (message.selector != null && $Object.hasOwnProperty.call(message, "selector"))
                    object.selector = $root.dpm.v1.Selector.toObject(message.selector, options, _depth + 1);
                return object;
            };

            PingRequest.prototype.toJSON = function() {
                return PingRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PingRequest;
        })();

        v1.SignalRequest = (function() {

            const SignalRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SignalRequest.prototype.selector = null;
            SignalRequest.prototype.signal = "";

            SignalRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.selector != null && $Object.hasOwnProperty.call(message, "selector"))
                    $root.dpm.v1.Selector.encode(message.selector, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.signal != null && $Object.hasOwnProperty.call(message, "signal") && message.signal !== "")
                    writer.uint32(18).string(message.signal);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SignalRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.SignalRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.selector = $root.dpm.v1.Selector.decode(reader, reader.size(), $undefined, _depth + 1, message.selector);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.signal = value;
                            else
                                delete message.signal;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SignalRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.SignalRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.SignalRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.SignalRequest();
                if (object.selector != null) {
                    if (!$util.isObject(object.selector))
                        throw $TypeError(".dpm.v1.SignalRequest.selector: object expected");
                    message.selector = $root.dpm.v1.Selector.fromObject(object.selector, _depth + 1);
                }
                if (object.signal != null)
                    if (typeof object.signal !== "string" || object.signal.length)
                        message.signal = $String(object.signal);
                return message;
            };

            SignalRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.selector = null;
                    object.signal = "";
                }
                if (message.selector != null && $Object.hasOwnProperty.call(message, "selector"))
                    object.selector = $root.dpm.v1.Selector.toObject(message.selector, options, _depth + 1);
                if (message.signal != null && $Object.hasOwnProperty.call(message, "signal"))
                    object.signal = message.signal;
                return object;
            };

            SignalRequest.prototype.toJSON = function() {
                return SignalRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return SignalRequest;
        })();

        v1.ScaleRequest = (function() {

            const ScaleRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ScaleRequest.prototype.id = "";
            ScaleRequest.prototype.count = 0;

            ScaleRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(10).string(message.id);
                if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                    writer.uint32(16).uint32(message.count);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ScaleRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.ScaleRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.count = value;
                            else
                                delete message.count;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ScaleRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.ScaleRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.ScaleRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.ScaleRequest();
                if (object.id != null)
                    if (typeof object.id !== "string" || object.id.length)
                        message.id = $String(object.id);
                if (object.count != null)
                    if ($Number(object.count) !== 0)
                        message.count = object.count >>> 0;
                return message;
            };

            ScaleRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.id = "";
                    object.count = 0;
                }
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    object.id = message.id;
                if (message.count != null && $Object.hasOwnProperty.call(message, "count"))
                    object.count = message.count;
                return object;
            };

            ScaleRequest.prototype.toJSON = function() {
                return ScaleRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ScaleRequest;
        })();

        v1.ConfigDisplayRequest = (function() {

            const ConfigDisplayRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConfigDisplayRequest.prototype.selector = null;
            ConfigDisplayRequest.prototype.overrides = false;

            ConfigDisplayRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.selector != null && $Object.hasOwnProperty.call(message, "selector"))
                    $root.dpm.v1.Selector.encode(message.selector, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.overrides != null && $Object.hasOwnProperty.call(message, "overrides") && message.overrides !== false)
                    writer.uint32(16).bool(message.overrides);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ConfigDisplayRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.ConfigDisplayRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.selector = $root.dpm.v1.Selector.decode(reader, reader.size(), $undefined, _depth + 1, message.selector);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.overrides = value;
                            else
                                delete message.overrides;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ConfigDisplayRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.ConfigDisplayRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.ConfigDisplayRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.ConfigDisplayRequest();
                if (object.selector != null) {
                    if (!$util.isObject(object.selector))
                        throw $TypeError(".dpm.v1.ConfigDisplayRequest.selector: object expected");
                    message.selector = $root.dpm.v1.Selector.fromObject(object.selector, _depth + 1);
                }
                if (object.overrides != null)
                    if (object.overrides)
                        message.overrides = $Boolean(object.overrides);
                return message;
            };

            ConfigDisplayRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.selector = null;
                    object.overrides = false;
                }
                if (message.selector != null && $Object.hasOwnProperty.call(message, "selector"))
                    object.selector = $root.dpm.v1.Selector.toObject(message.selector, options, _depth + 1);
                if (message.overrides != null && $Object.hasOwnProperty.call(message, "overrides"))
                    object.overrides = message.overrides;
                return object;
            };

            ConfigDisplayRequest.prototype.toJSON = function() {
                return ConfigDisplayRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ConfigDisplayRequest;
        })();

        v1.ConfigReloadRequest = (function() {

            const ConfigReloadRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConfigReloadRequest.prototype.dryRun = false;

            ConfigReloadRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.dryRun != null && $Object.hasOwnProperty.call(message, "dryRun") && message.dryRun !== false)
                    writer.uint32(8).bool(message.dryRun);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ConfigReloadRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.ConfigReloadRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.dryRun = value;
                            else
                                delete message.dryRun;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ConfigReloadRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.ConfigReloadRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.ConfigReloadRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.ConfigReloadRequest();
                if (object.dryRun != null)
                    if (object.dryRun)
                        message.dryRun = $Boolean(object.dryRun);
                return message;
            };

            ConfigReloadRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.dryRun = false;
                if (message.dryRun != null && $Object.hasOwnProperty.call(message, "dryRun"))
                    object.dryRun = message.dryRun;
                return object;
            };

            ConfigReloadRequest.prototype.toJSON = function() {
                return ConfigReloadRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ConfigReloadRequest;
        })();

        v1.ConfigSetRequest = (function() {

            const ConfigSetRequest = function (properties) {
                this.assignments = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConfigSetRequest.prototype.id = "";
            ConfigSetRequest.prototype.assignments = $util.emptyArray;

            ConfigSetRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(10).string(message.id);
                if (message.assignments != null && message.assignments.length)
                    for (let i = 0; i < message.assignments.length; ++i)
                        $root.dpm.v1.Assignment.encode(message.assignments[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ConfigSetRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.ConfigSetRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.assignments && message.assignments.length))
                                message.assignments = [];
                            message.assignments.push($root.dpm.v1.Assignment.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ConfigSetRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.ConfigSetRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.ConfigSetRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.ConfigSetRequest();
                if (object.id != null)
                    if (typeof object.id !== "string" || object.id.length)
                        message.id = $String(object.id);
                if (object.assignments) {
                    if (!$Array.isArray(object.assignments))
                        throw $TypeError(".dpm.v1.ConfigSetRequest.assignments: array expected");
                    message.assignments = $Array(object.assignments.length);
                    for (let i = 0; i < object.assignments.length; ++i) {
                        if (!$util.isObject(object.assignments[i]))
                            throw $TypeError(".dpm.v1.ConfigSetRequest.assignments: object expected");
                        message.assignments[i] = $root.dpm.v1.Assignment.fromObject(object.assignments[i], _depth + 1);
                    }
                }
                return message;
            };

            ConfigSetRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.assignments = [];
                if (options.defaults)
                    object.id = "";
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    object.id = message.id;
                if (message.assignments && message.assignments.length) {
                    object.assignments = $Array(message.assignments.length);
                    for (let j = 0; j < message.assignments.length; ++j)
                        object.assignments[j] = $root.dpm.v1.Assignment.toObject(message.assignments[j], options, _depth + 1);
                }
                return object;
            };

            ConfigSetRequest.prototype.toJSON = function() {
                return ConfigSetRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ConfigSetRequest;
        })();

        v1.Assignment = (function() {

            const Assignment = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Assignment.prototype.key = "";
            Assignment.prototype.value = "";

            Assignment.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                    writer.uint32(10).string(message.key);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                    writer.uint32(18).string(message.value);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Assignment.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Assignment();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Assignment.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Assignment)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Assignment: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.Assignment();
                if (object.key != null)
                    if (typeof object.key !== "string" || object.key.length)
                        message.key = $String(object.key);
                if (object.value != null)
                    if (typeof object.value !== "string" || object.value.length)
                        message.value = $String(object.value);
                return message;
            };

            Assignment.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.key = "";
                    object.value = "";
                }
                if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                    object.key = message.key;
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    object.value = message.value;
                return object;
            };

            Assignment.prototype.toJSON = function() {
                return Assignment.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Assignment;
        })();

        v1.ConfigAddRequest = (function() {

            const ConfigAddRequest = function (properties) {
                this.assignments = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConfigAddRequest.prototype.id = "";
            ConfigAddRequest.prototype.assignments = $util.emptyArray;

            ConfigAddRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(10).string(message.id);
                if (message.assignments != null && message.assignments.length)
                    for (let i = 0; i < message.assignments.length; ++i)
                        $root.dpm.v1.Assignment.encode(message.assignments[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ConfigAddRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.ConfigAddRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.assignments && message.assignments.length))
                                message.assignments = [];
                            message.assignments.push($root.dpm.v1.Assignment.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ConfigAddRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.ConfigAddRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.ConfigAddRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.ConfigAddRequest();
                if (object.id != null)
                    if (typeof object.id !== "string" || object.id.length)
                        message.id = $String(object.id);
                if (object.assignments) {
                    if (!$Array.isArray(object.assignments))
                        throw $TypeError(".dpm.v1.ConfigAddRequest.assignments: array expected");
                    message.assignments = $Array(object.assignments.length);
                    for (let i = 0; i < object.assignments.length; ++i) {
                        if (!$util.isObject(object.assignments[i]))
                            throw $TypeError(".dpm.v1.ConfigAddRequest.assignments: object expected");
                        message.assignments[i] = $root.dpm.v1.Assignment.fromObject(object.assignments[i], _depth + 1);
                    }
                }
                return message;
            };

            ConfigAddRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.assignments = [];
                if (options.defaults)
                    object.id = "";
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    object.id = message.id;
                if (message.assignments && message.assignments.length) {
                    object.assignments = $Array(message.assignments.length);
                    for (let j = 0; j < message.assignments.length; ++j)
                        object.assignments[j] = $root.dpm.v1.Assignment.toObject(message.assignments[j], options, _depth + 1);
                }
                return object;
            };

            ConfigAddRequest.prototype.toJSON = function() {
                return ConfigAddRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ConfigAddRequest;
        })();

        v1.ConfigDeleteRequest = (function() {

            const ConfigDeleteRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConfigDeleteRequest.prototype.id = "";

            ConfigDeleteRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(10).string(message.id);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ConfigDeleteRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.ConfigDeleteRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ConfigDeleteRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.ConfigDeleteRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.ConfigDeleteRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.ConfigDeleteRequest();
                if (object.id != null)
                    if (typeof object.id !== "string" || object.id.length)
                        message.id = $String(object.id);
                return message;
            };

            ConfigDeleteRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.id = "";
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    object.id = message.id;
                return object;
            };

            ConfigDeleteRequest.prototype.toJSON = function() {
                return ConfigDeleteRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ConfigDeleteRequest;
        })();

        v1.ConfigValidateRequest = (function() {

            const ConfigValidateRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConfigValidateRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ConfigValidateRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.ConfigValidateRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ConfigValidateRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.ConfigValidateRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.ConfigValidateRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.dpm.v1.ConfigValidateRequest();
            };

            ConfigValidateRequest.toObject = function () {
                return {};
            };

            ConfigValidateRequest.prototype.toJSON = function() {
                return ConfigValidateRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ConfigValidateRequest;
        })();

        v1.SettingDisplayRequest = (function() {

            const SettingDisplayRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SettingDisplayRequest.prototype.name = "";

            SettingDisplayRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SettingDisplayRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.SettingDisplayRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SettingDisplayRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.SettingDisplayRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.SettingDisplayRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.SettingDisplayRequest();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                return message;
            };

            SettingDisplayRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.name = "";
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                return object;
            };

            SettingDisplayRequest.prototype.toJSON = function() {
                return SettingDisplayRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return SettingDisplayRequest;
        })();

        v1.SettingSetRequest = (function() {

            const SettingSetRequest = function (properties) {
                this.assignments = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SettingSetRequest.prototype.assignments = $util.emptyArray;

            SettingSetRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.assignments != null && message.assignments.length)
                    for (let i = 0; i < message.assignments.length; ++i)
                        $root.dpm.v1.Assignment.encode(message.assignments[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SettingSetRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.SettingSetRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.assignments && message.assignments.length))
                                message.assignments = [];
                            message.assignments.push($root.dpm.v1.Assignment.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SettingSetRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.SettingSetRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.SettingSetRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.SettingSetRequest();
                if (object.assignments) {
                    if (!$Array.isArray(object.assignments))
                        throw $TypeError(".dpm.v1.SettingSetRequest.assignments: array expected");
                    message.assignments = $Array(object.assignments.length);
                    for (let i = 0; i < object.assignments.length; ++i) {
                        if (!$util.isObject(object.assignments[i]))
                            throw $TypeError(".dpm.v1.SettingSetRequest.assignments: object expected");
                        message.assignments[i] = $root.dpm.v1.Assignment.fromObject(object.assignments[i], _depth + 1);
                    }
                }
                return message;
            };

            SettingSetRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.assignments = [];
                if (message.assignments && message.assignments.length) {
                    object.assignments = $Array(message.assignments.length);
                    for (let j = 0; j < message.assignments.length; ++j)
                        object.assignments[j] = $root.dpm.v1.Assignment.toObject(message.assignments[j], options, _depth + 1);
                }
                return object;
            };

            SettingSetRequest.prototype.toJSON = function() {
                return SettingSetRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return SettingSetRequest;
        })();

        v1.SettingReloadRequest = (function() {

            const SettingReloadRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SettingReloadRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SettingReloadRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.SettingReloadRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SettingReloadRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.SettingReloadRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.SettingReloadRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.dpm.v1.SettingReloadRequest();
            };

            SettingReloadRequest.toObject = function () {
                return {};
            };

            SettingReloadRequest.prototype.toJSON = function() {
                return SettingReloadRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return SettingReloadRequest;
        })();

        v1.LogsRequest = (function() {

            const LogsRequest = function (properties) {
                this.after = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LogsRequest.prototype.id = "";
            LogsRequest.prototype.follow = false;
            LogsRequest.prototype.lines = null;
            LogsRequest.prototype.sinceUs = null;
            LogsRequest.prototype.times = false;
            LogsRequest.prototype.positions = false;
            LogsRequest.prototype.after = $util.emptyArray;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(LogsRequest.prototype, "_lines", {
                get: $util.oneOfGetter($oneOfFields = ["lines"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(LogsRequest.prototype, "_sinceUs", {
                get: $util.oneOfGetter($oneOfFields = ["sinceUs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            LogsRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(10).string(message.id);
                if (message.follow != null && $Object.hasOwnProperty.call(message, "follow") && message.follow !== false)
                    writer.uint32(16).bool(message.follow);
                if (message.lines != null && $Object.hasOwnProperty.call(message, "lines"))
                    writer.uint32(24).uint32(message.lines);
                if (message.sinceUs != null && $Object.hasOwnProperty.call(message, "sinceUs"))
                    writer.uint32(32).uint64(message.sinceUs);
                if (message.times != null && $Object.hasOwnProperty.call(message, "times") && message.times !== false)
                    writer.uint32(40).bool(message.times);
                if (message.positions != null && $Object.hasOwnProperty.call(message, "positions") && message.positions !== false)
                    writer.uint32(48).bool(message.positions);
                if (message.after != null && message.after.length)
                    for (let i = 0; i < message.after.length; ++i)
                        $root.dpm.v1.LogPosition.encode(message.after[i], writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            LogsRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.LogsRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.follow = value;
                            else
                                delete message.follow;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.lines = reader.uint32();
                            message._lines = "lines";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.sinceUs = reader.uint64();
                            message._sinceUs = "sinceUs";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.times = value;
                            else
                                delete message.times;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.positions = value;
                            else
                                delete message.positions;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.after && message.after.length))
                                message.after = [];
                            message.after.push($root.dpm.v1.LogPosition.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            LogsRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.LogsRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.LogsRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.LogsRequest();
                if (object.id != null)
                    if (typeof object.id !== "string" || object.id.length)
                        message.id = $String(object.id);
                if (object.follow != null)
                    if (object.follow)
                        message.follow = $Boolean(object.follow);
                if (object.lines != null)
                    message.lines = object.lines >>> 0;
                if (object.sinceUs != null)
                    if ($util.Long)
                        message.sinceUs = $util.Long.fromValue(object.sinceUs, true);
                    else if (typeof object.sinceUs === "string")
                        message.sinceUs = $parseInt(object.sinceUs, 10);
                    else if (typeof object.sinceUs === "number")
                        message.sinceUs = object.sinceUs;
                    else if (typeof object.sinceUs === "object")
                        message.sinceUs = new $util.LongBits(object.sinceUs.low >>> 0, object.sinceUs.high >>> 0).toNumber(true);
                if (object.times != null)
                    if (object.times)
                        message.times = $Boolean(object.times);
                if (object.positions != null)
                    if (object.positions)
                        message.positions = $Boolean(object.positions);
                if (object.after) {
                    if (!$Array.isArray(object.after))
                        throw $TypeError(".dpm.v1.LogsRequest.after: array expected");
                    message.after = $Array(object.after.length);
                    for (let i = 0; i < object.after.length; ++i) {
                        if (!$util.isObject(object.after[i]))
                            throw $TypeError(".dpm.v1.LogsRequest.after: object expected");
                        message.after[i] = $root.dpm.v1.LogPosition.fromObject(object.after[i], _depth + 1);
                    }
                }
                return message;
            };

            LogsRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.after = [];
                if (options.defaults) {
                    object.id = "";
                    object.follow = false;
                    object.times = false;
                    object.positions = false;
                }
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    object.id = message.id;
                if (message.follow != null && $Object.hasOwnProperty.call(message, "follow"))
                    object.follow = message.follow;
                if (message.lines != null && $Object.hasOwnProperty.call(message, "lines"))
                    object.lines = message.lines;
                if (message.sinceUs != null && $Object.hasOwnProperty.call(message, "sinceUs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.sinceUs = typeof message.sinceUs === "number" ? $BigInt(message.sinceUs) : $util.Long.fromBits(message.sinceUs.low >>> 0, message.sinceUs.high >>> 0, true).toBigInt();
                    else if (typeof message.sinceUs === "number")
                        object.sinceUs = options.longs === $String ? $String(message.sinceUs) : message.sinceUs;
                    else
                        object.sinceUs = options.longs === $String ? $util.Long.prototype.toString.call(message.sinceUs) : options.longs === $Number ? new $util.LongBits(message.sinceUs.low >>> 0, message.sinceUs.high >>> 0).toNumber(true) : message.sinceUs;
                if (message.times != null && $Object.hasOwnProperty.call(message, "times"))
                    object.times = message.times;
                if (message.positions != null && $Object.hasOwnProperty.call(message, "positions"))
                    object.positions = message.positions;
                if (message.after && message.after.length) {
                    object.after = $Array(message.after.length);
                    for (let j = 0; j < message.after.length; ++j)
                        object.after[j] = $root.dpm.v1.LogPosition.toObject(message.after[j], options, _depth + 1);
                }
                return object;
            };

            LogsRequest.prototype.toJSON = function() {
                return LogsRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LogsRequest;
        })();

        v1.LogPosition = (function() {

            const LogPosition = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LogPosition.prototype.stream = "";
            LogPosition.prototype.position = "";

            LogPosition.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.stream != null && $Object.hasOwnProperty.call(message, "stream") && message.stream !== "")
                    writer.uint32(10).string(message.stream);
                if (message.position != null && $Object.hasOwnProperty.call(message, "position") && message.position !== "")
                    writer.uint32(18).string(message.position);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            LogPosition.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.LogPosition();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.stream = value;
                            else
                                delete message.stream;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.position = value;
                            else
                                delete message.position;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            LogPosition.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.LogPosition)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.LogPosition: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.LogPosition();
                if (object.stream != null)
                    if (typeof object.stream !== "string" || object.stream.length)
                        message.stream = $String(object.stream);
                if (object.position != null)
                    if (typeof object.position !== "string" || object.position.length)
                        message.position = $String(object.position);
                return message;
            };

            LogPosition.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.stream = "";
                    object.position = "";
                }
                if (message.stream != null && $Object.hasOwnProperty.call(message, "stream"))
                    object.stream = message.stream;
                if (message.position != null && $Object.hasOwnProperty.call(message, "position"))
                    object.position = message.position;
                return object;
            };

            LogPosition.prototype.toJSON = function() {
                return LogPosition.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LogPosition;
        })();

        v1.ShutdownRequest = (function() {

            const ShutdownRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ShutdownRequest.prototype.leave = false;

            ShutdownRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.leave != null && $Object.hasOwnProperty.call(message, "leave") && message.leave !== false)
                    writer.uint32(8).bool(message.leave);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ShutdownRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.ShutdownRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.leave = value;
                            else
                                delete message.leave;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ShutdownRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.ShutdownRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.ShutdownRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.ShutdownRequest();
                if (object.leave != null)
                    if (object.leave)
                        message.leave = $Boolean(object.leave);
                return message;
            };

            ShutdownRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.leave = false;
                if (message.leave != null && $Object.hasOwnProperty.call(message, "leave"))
                    object.leave = message.leave;
                return object;
            };

            ShutdownRequest.prototype.toJSON = function() {
                return ShutdownRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ShutdownRequest;
        })();

        v1.VersionRequest = (function() {

            const VersionRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            VersionRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            VersionRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.VersionRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            VersionRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.VersionRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.VersionRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.dpm.v1.VersionRequest();
            };

            VersionRequest.toObject = function () {
                return {};
            };

            VersionRequest.prototype.toJSON = function() {
                return VersionRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return VersionRequest;
        })();

        v1.UpgradeRequest = (function() {

            const UpgradeRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            UpgradeRequest.prototype.program = "";
            UpgradeRequest.prototype.readyWithinMs = 0;

            UpgradeRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.program != null && $Object.hasOwnProperty.call(message, "program") && message.program !== "")
                    writer.uint32(10).string(message.program);
                if (message.readyWithinMs != null && $Object.hasOwnProperty.call(message, "readyWithinMs") && message.readyWithinMs !== 0)
                    writer.uint32(16).uint32(message.readyWithinMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            UpgradeRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.UpgradeRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.program = value;
                            else
                                delete message.program;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.readyWithinMs = value;
                            else
                                delete message.readyWithinMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            UpgradeRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.UpgradeRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.UpgradeRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.UpgradeRequest();
                if (object.program != null)
                    if (typeof object.program !== "string" || object.program.length)
                        message.program = $String(object.program);
                if (object.readyWithinMs != null)
                    if ($Number(object.readyWithinMs) !== 0)
                        message.readyWithinMs = object.readyWithinMs >>> 0;
                return message;
            };

            UpgradeRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.program = "";
                    object.readyWithinMs = 0;
                }
                if (message.program != null && $Object.hasOwnProperty.call(message, "program"))
                    object.program = message.program;
                if (message.readyWithinMs != null && $Object.hasOwnProperty.call(message, "readyWithinMs"))
                    object.readyWithinMs = message.readyWithinMs;
                return object;
            };

            UpgradeRequest.prototype.toJSON = function() {
                return UpgradeRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return UpgradeRequest;
        })();

        v1.Frame = (function() {

            const Frame = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Frame.prototype.requestId = 0;
            Frame.prototype.hello = null;
            Frame.prototype.welcome = null;
            Frame.prototype.proof = null;
            Frame.prototype.accepted = null;
            Frame.prototype.refused = null;
            Frame.prototype.request = null;
            Frame.prototype.result = null;
            Frame.prototype.end = null;
            Frame.prototype.cancel = null;
            Frame.prototype.credit = null;
            Frame.prototype.keepAlive = null;

            let $oneOfFields;

            $Object.defineProperty(Frame.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["hello", "welcome", "proof", "accepted", "refused", "request", "result", "end", "cancel", "credit", "keepAlive"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Frame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId !== 0)
                    writer.uint32(8).uint32(message.requestId);
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.dpm.v1.Hello.encode(message.hello, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.welcome != null && $Object.hasOwnProperty.call(message, "welcome"))
                    $root.dpm.v1.Welcome.encode(message.welcome, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    $root.dpm.v1.Proof.encode(message.proof, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.accepted != null && $Object.hasOwnProperty.call(message, "accepted"))
                    $root.dpm.v1.Accepted.encode(message.accepted, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.refused != null && $Object.hasOwnProperty.call(message, "refused"))
                    $root.dpm.v1.Refused.encode(message.refused, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
                    $root.dpm.v1.Request.encode(message.request, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.result != null && $Object.hasOwnProperty.call(message, "result"))
                    $root.dpm.v1.Result.encode(message.result, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.end != null && $Object.hasOwnProperty.call(message, "end"))
                    $root.dpm.v1.End.encode(message.end, writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.cancel != null && $Object.hasOwnProperty.call(message, "cancel"))
                    $root.dpm.v1.Cancel.encode(message.cancel, writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.credit != null && $Object.hasOwnProperty.call(message, "credit"))
                    $root.dpm.v1.Credit.encode(message.credit, writer.uint32(90).fork(), _depth + 1).ldelim();
                if (message.keepAlive != null && $Object.hasOwnProperty.call(message, "keepAlive"))
                    $root.dpm.v1.KeepAlive.encode(message.keepAlive, writer.uint32(98).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Frame.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Frame();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.requestId = value;
                            else
                                delete message.requestId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.dpm.v1.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            message.body = "hello";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.welcome = $root.dpm.v1.Welcome.decode(reader, reader.size(), $undefined, _depth + 1, message.welcome);
                            message.body = "welcome";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.proof = $root.dpm.v1.Proof.decode(reader, reader.size(), $undefined, _depth + 1, message.proof);
                            message.body = "proof";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.accepted = $root.dpm.v1.Accepted.decode(reader, reader.size(), $undefined, _depth + 1, message.accepted);
                            message.body = "accepted";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.refused = $root.dpm.v1.Refused.decode(reader, reader.size(), $undefined, _depth + 1, message.refused);
                            message.body = "refused";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.request = $root.dpm.v1.Request.decode(reader, reader.size(), $undefined, _depth + 1, message.request);
                            message.body = "request";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.result = $root.dpm.v1.Result.decode(reader, reader.size(), $undefined, _depth + 1, message.result);
                            message.body = "result";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.end = $root.dpm.v1.End.decode(reader, reader.size(), $undefined, _depth + 1, message.end);
                            message.body = "end";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.cancel = $root.dpm.v1.Cancel.decode(reader, reader.size(), $undefined, _depth + 1, message.cancel);
                            message.body = "cancel";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.credit = $root.dpm.v1.Credit.decode(reader, reader.size(), $undefined, _depth + 1, message.credit);
                            message.body = "credit";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.keepAlive = $root.dpm.v1.KeepAlive.decode(reader, reader.size(), $undefined, _depth + 1, message.keepAlive);
                            message.body = "keepAlive";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Frame.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Frame)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Frame: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.Frame();
                if (object.requestId != null)
                    if ($Number(object.requestId) !== 0)
                        message.requestId = object.requestId >>> 0;
                if (object.hello != null) {
                    if (!$util.isObject(object.hello))
                        throw $TypeError(".dpm.v1.Frame.hello: object expected");
                    message.hello = $root.dpm.v1.Hello.fromObject(object.hello, _depth + 1);
                }
                if (object.welcome != null) {
                    if (!$util.isObject(object.welcome))
                        throw $TypeError(".dpm.v1.Frame.welcome: object expected");
                    message.welcome = $root.dpm.v1.Welcome.fromObject(object.welcome, _depth + 1);
                }
                if (object.proof != null) {
                    if (!$util.isObject(object.proof))
                        throw $TypeError(".dpm.v1.Frame.proof: object expected");
                    message.proof = $root.dpm.v1.Proof.fromObject(object.proof, _depth + 1);
                }
                if (object.accepted != null) {
                    if (!$util.isObject(object.accepted))
                        throw $TypeError(".dpm.v1.Frame.accepted: object expected");
                    message.accepted = $root.dpm.v1.Accepted.fromObject(object.accepted, _depth + 1);
                }
                if (object.refused != null) {
                    if (!$util.isObject(object.refused))
                        throw $TypeError(".dpm.v1.Frame.refused: object expected");
                    message.refused = $root.dpm.v1.Refused.fromObject(object.refused, _depth + 1);
                }
                if (object.request != null) {
                    if (!$util.isObject(object.request))
                        throw $TypeError(".dpm.v1.Frame.request: object expected");
                    message.request = $root.dpm.v1.Request.fromObject(object.request, _depth + 1);
                }
                if (object.result != null) {
                    if (!$util.isObject(object.result))
                        throw $TypeError(".dpm.v1.Frame.result: object expected");
                    message.result = $root.dpm.v1.Result.fromObject(object.result, _depth + 1);
                }
                if (object.end != null) {
                    if (!$util.isObject(object.end))
                        throw $TypeError(".dpm.v1.Frame.end: object expected");
                    message.end = $root.dpm.v1.End.fromObject(object.end, _depth + 1);
                }
                if (object.cancel != null) {
                    if (!$util.isObject(object.cancel))
                        throw $TypeError(".dpm.v1.Frame.cancel: object expected");
                    message.cancel = $root.dpm.v1.Cancel.fromObject(object.cancel, _depth + 1);
                }
                if (object.credit != null) {
                    if (!$util.isObject(object.credit))
                        throw $TypeError(".dpm.v1.Frame.credit: object expected");
                    message.credit = $root.dpm.v1.Credit.fromObject(object.credit, _depth + 1);
                }
                if (object.keepAlive != null) {
                    if (!$util.isObject(object.keepAlive))
                        throw $TypeError(".dpm.v1.Frame.keepAlive: object expected");
                    message.keepAlive = $root.dpm.v1.KeepAlive.fromObject(object.keepAlive, _depth + 1);
                }
                return message;
            };

            Frame.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.requestId = 0;
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    object.requestId = message.requestId;
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello")) {
                    object.hello = $root.dpm.v1.Hello.toObject(message.hello, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "hello";
                }
                if (message.welcome != null && $Object.hasOwnProperty.call(message, "welcome")) {
                    object.welcome = $root.dpm.v1.Welcome.toObject(message.welcome, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "welcome";
                }
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof")) {
                    object.proof = $root.dpm.v1.Proof.toObject(message.proof, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "proof";
                }
                if (message.accepted != null && $Object.hasOwnProperty.call(message, "accepted")) {
                    object.accepted = $root.dpm.v1.Accepted.toObject(message.accepted, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "accepted";
                }
                if (message.refused != null && $Object.hasOwnProperty.call(message, "refused")) {
                    object.refused = $root.dpm.v1.Refused.toObject(message.refused, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "refused";
                }
                if (message.request != null && $Object.hasOwnProperty.call(message, "request")) {
                    object.request = $root.dpm.v1.Request.toObject(message.request, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "request";
                }
                if (message.result != null && $Object.hasOwnProperty.call(message, "result")) {
                    object.result = $root.dpm.v1.Result.toObject(message.result, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "result";
                }
                if (message.end != null && $Object.hasOwnProperty.call(message, "end")) {
                    object.end = $root.dpm.v1.End.toObject(message.end, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "end";
                }
                if (message.cancel != null && $Object.hasOwnProperty.call(message, "cancel")) {
                    object.cancel = $root.dpm.v1.Cancel.toObject(message.cancel, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "cancel";
                }
                if (message.credit != null && $Object.hasOwnProperty.call(message, "credit")) {
                    object.credit = $root.dpm.v1.Credit.toObject(message.credit, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "credit";
                }
                if (message.keepAlive != null && $Object.hasOwnProperty.call(message, "keepAlive")) {
                    object.keepAlive = $root.dpm.v1.KeepAlive.toObject(message.keepAlive, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "keepAlive";
                }
                return object;
            };

            Frame.prototype.toJSON = function() {
                return Frame.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Frame;
        })();

        v1.Version = (function() {

            const Version = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Version.prototype.major = 0;
            Version.prototype.minor = 0;

            Version.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.major != null && $Object.hasOwnProperty.call(message, "major") && message.major !== 0)
                    writer.uint32(8).uint32(message.major);
                if (message.minor != null && $Object.hasOwnProperty.call(message, "minor") && message.minor !== 0)
                    writer.uint32(16).uint32(message.minor);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Version.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Version();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.major = value;
                            else
                                delete message.major;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.minor = value;
                            else
                                delete message.minor;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Version.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Version)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Version: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.Version();
                if (object.major != null)
                    if ($Number(object.major) !== 0)
                        message.major = object.major >>> 0;
                if (object.minor != null)
                    if ($Number(object.minor) !== 0)
                        message.minor = object.minor >>> 0;
                return message;
            };

            Version.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.major = 0;
                    object.minor = 0;
                }
                if (message.major != null && $Object.hasOwnProperty.call(message, "major"))
                    object.major = message.major;
                if (message.minor != null && $Object.hasOwnProperty.call(message, "minor"))
                    object.minor = message.minor;
                return object;
            };

            Version.prototype.toJSON = function() {
                return Version.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Version;
        })();

        v1.Hello = (function() {

            const Hello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Hello.prototype.version = null;
            Hello.prototype.client = "";
            Hello.prototype.nonce = $util.newBuffer([]);
            Hello.prototype.credentialId = "";
            Hello.prototype.hasCredential = false;

            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    $root.dpm.v1.Version.encode(message.version, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.client != null && $Object.hasOwnProperty.call(message, "client") && message.client !== "")
                    writer.uint32(18).string(message.client);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(26).bytes(message.nonce);
                if (message.credentialId != null && $Object.hasOwnProperty.call(message, "credentialId") && message.credentialId !== "")
                    writer.uint32(34).string(message.credentialId);
                if (message.hasCredential != null && $Object.hasOwnProperty.call(message, "hasCredential") && message.hasCredential !== false)
                    writer.uint32(40).bool(message.hasCredential);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Hello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Hello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.version = $root.dpm.v1.Version.decode(reader, reader.size(), $undefined, _depth + 1, message.version);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.client = value;
                            else
                                delete message.client;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.credentialId = value;
                            else
                                delete message.credentialId;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.hasCredential = value;
                            else
                                delete message.hasCredential;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Hello.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Hello)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Hello: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.Hello();
                if (object.version != null) {
                    if (!$util.isObject(object.version))
                        throw $TypeError(".dpm.v1.Hello.version: object expected");
                    message.version = $root.dpm.v1.Version.fromObject(object.version, _depth + 1);
                }
                if (object.client != null)
                    if (typeof object.client !== "string" || object.client.length)
                        message.client = $String(object.client);
                if (object.nonce != null)
                    if (object.nonce.length)
                        if (typeof object.nonce === "string")
                            $util.base64.decode(object.nonce, message.nonce = $util.newBuffer($util.base64.length(object.nonce)), 0);
                        else if (object.nonce.length >= 0)
                            message.nonce = object.nonce;
                if (object.credentialId != null)
                    if (typeof object.credentialId !== "string" || object.credentialId.length)
                        message.credentialId = $String(object.credentialId);
                if (object.hasCredential != null)
                    if (object.hasCredential)
                        message.hasCredential = $Boolean(object.hasCredential);
                return message;
            };

            Hello.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.version = null;
                    object.client = "";
                    if (options.bytes === $String)
                        object.nonce = "";
                    else {
                        object.nonce = [];
                        if (options.bytes !== $Array)
                            object.nonce = $util.newBuffer(object.nonce);
                    }
                    object.credentialId = "";
                    object.hasCredential = false;
                }
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    object.version = $root.dpm.v1.Version.toObject(message.version, options, _depth + 1);
                if (message.client != null && $Object.hasOwnProperty.call(message, "client"))
                    object.client = message.client;
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                    object.nonce = options.bytes === $String ? $util.base64.encode(message.nonce, 0, message.nonce.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nonce) : message.nonce;
                if (message.credentialId != null && $Object.hasOwnProperty.call(message, "credentialId"))
                    object.credentialId = message.credentialId;
                if (message.hasCredential != null && $Object.hasOwnProperty.call(message, "hasCredential"))
                    object.hasCredential = message.hasCredential;
                return object;
            };

            Hello.prototype.toJSON = function() {
                return Hello.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Hello;
        })();

        v1.Welcome = (function() {

            const Welcome = function (properties) {
                this.capabilities = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Welcome.prototype.version = null;
            Welcome.prototype.server = "";
            Welcome.prototype.nonce = $util.newBuffer([]);
            Welcome.prototype.proof = $util.newBuffer([]);
            Welcome.prototype.proofRequired = false;
            Welcome.prototype.capabilities = $util.emptyArray;
            Welcome.prototype.instanceId = "";
            Welcome.prototype.bootId = "";
            Welcome.prototype.generation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            Welcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    $root.dpm.v1.Version.encode(message.version, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.server != null && $Object.hasOwnProperty.call(message, "server") && message.server !== "")
                    writer.uint32(18).string(message.server);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(26).bytes(message.nonce);
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof") && message.proof.length)
                    writer.uint32(34).bytes(message.proof);
                if (message.proofRequired != null && $Object.hasOwnProperty.call(message, "proofRequired") && message.proofRequired !== false)
                    writer.uint32(40).bool(message.proofRequired);
                if (message.capabilities != null && message.capabilities.length)
                    for (let i = 0; i < message.capabilities.length; ++i)
                        writer.uint32(50).string(message.capabilities[i]);
                if (message.instanceId != null && $Object.hasOwnProperty.call(message, "instanceId") && message.instanceId !== "")
                    writer.uint32(58).string(message.instanceId);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId !== "")
                    writer.uint32(66).string(message.bootId);
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation") && (typeof message.generation === "object" ? message.generation.low || message.generation.high : message.generation !== 0))
                    writer.uint32(72).uint64(message.generation);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Welcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Welcome();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.version = $root.dpm.v1.Version.decode(reader, reader.size(), $undefined, _depth + 1, message.version);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.server = value;
                            else
                                delete message.server;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proof = value;
                            else
                                delete message.proof;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.proofRequired = value;
                            else
                                delete message.proofRequired;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.capabilities && message.capabilities.length))
                                message.capabilities = [];
                            message.capabilities.push(reader.stringVerify());
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.instanceId = value;
                            else
                                delete message.instanceId;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.generation = value;
                            else
                                delete message.generation;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Welcome.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Welcome)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Welcome: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.Welcome();
                if (object.version != null) {
                    if (!$util.isObject(object.version))
                        throw $TypeError(".dpm.v1.Welcome.version: object expected");
                    message.version = $root.dpm.v1.Version.fromObject(object.version, _depth + 1);
                }
                if (object.server != null)
                    if (typeof object.server !== "string" || object.server.length)
                        message.server = $String(object.server);
                if (object.nonce != null)
                    if (object.nonce.length)
                        if (typeof object.nonce === "string")
                            $util.base64.decode(object.nonce, message.nonce = $util.newBuffer($util.base64.length(object.nonce)), 0);
                        else if (object.nonce.length >= 0)
                            message.nonce = object.nonce;
                if (object.proof != null)
                    if (object.proof.length)
                        if (typeof object.proof === "string")
                            $util.base64.decode(object.proof, message.proof = $util.newBuffer($util.base64.length(object.proof)), 0);
                        else if (object.proof.length >= 0)
                            message.proof = object.proof;
                if (object.proofRequired != null)
                    if (object.proofRequired)
                        message.proofRequired = $Boolean(object.proofRequired);
                if (object.capabilities) {
                    if (!$Array.isArray(object.capabilities))
                        throw $TypeError(".dpm.v1.Welcome.capabilities: array expected");
                    message.capabilities = $Array(object.capabilities.length);
                    for (let i = 0; i < object.capabilities.length; ++i)
                        message.capabilities[i] = $String(object.capabilities[i]);
                }
                if (object.instanceId != null)
                    if (typeof object.instanceId !== "string" || object.instanceId.length)
                        message.instanceId = $String(object.instanceId);
                if (object.bootId != null)
                    if (typeof object.bootId !== "string" || object.bootId.length)
                        message.bootId = $String(object.bootId);
                if (object.generation != null)
                    if (typeof object.generation === "object" ? object.generation.low || object.generation.high : $Number(object.generation) !== 0)
                        if ($util.Long)
                            message.generation = $util.Long.fromValue(object.generation, true);
                        else if (typeof object.generation === "string")
                            message.generation = $parseInt(object.generation, 10);
                        else if (typeof object.generation === "number")
                            message.generation = object.generation;
                        else if (typeof object.generation === "object")
                            message.generation = new $util.LongBits(object.generation.low >>> 0, object.generation.high >>> 0).toNumber(true);
                return message;
            };

            Welcome.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.capabilities = [];
                if (options.defaults) {
                    object.version = null;
                    object.server = "";
                    if (options.bytes === $String)
                        object.nonce = "";
                    else {
                        object.nonce = [];
                        if (options.bytes !== $Array)
                            object.nonce = $util.newBuffer(object.nonce);
                    }
                    if (options.bytes === $String)
                        object.proof = "";
                    else {
                        object.proof = [];
                        if (options.bytes !== $Array)
                            object.proof = $util.newBuffer(object.proof);
                    }
                    object.proofRequired = false;
                    object.instanceId = "";
                    object.bootId = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.generation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.generation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    object.version = $root.dpm.v1.Version.toObject(message.version, options, _depth + 1);
                if (message.server != null && $Object.hasOwnProperty.call(message, "server"))
                    object.server = message.server;
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                    object.nonce = options.bytes === $String ? $util.base64.encode(message.nonce, 0, message.nonce.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nonce) : message.nonce;
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    object.proof = options.bytes === $String ? $util.base64.encode(message.proof, 0, message.proof.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.proof) : message.proof;
                if (message.proofRequired != null && $Object.hasOwnProperty.call(message, "proofRequired"))
                    object.proofRequired = message.proofRequired;
                if (message.capabilities && message.capabilities.length) {
                    object.capabilities = $Array(message.capabilities.length);
                    for (let j = 0; j < message.capabilities.length; ++j)
                        object.capabilities[j] = message.capabilities[j];
                }
                if (message.instanceId != null && $Object.hasOwnProperty.call(message, "instanceId"))
                    object.instanceId = message.instanceId;
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId"))
                    object.bootId = message.bootId;
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.generation = typeof message.generation === "number" ? $BigInt(message.generation) : $util.Long.fromBits(message.generation.low >>> 0, message.generation.high >>> 0, true).toBigInt();
                    else if (typeof message.generation === "number")
                        object.generation = options.longs === $String ? $String(message.generation) : message.generation;
                    else
                        object.generation = options.longs === $String ? $util.Long.prototype.toString.call(message.generation) : options.longs === $Number ? new $util.LongBits(message.generation.low >>> 0, message.generation.high >>> 0).toNumber(true) : message.generation;
                return object;
            };

            Welcome.prototype.toJSON = function() {
                return Welcome.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Welcome;
        })();

        v1.Proof = (function() {

            const Proof = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Proof.prototype.proof = $util.newBuffer([]);

            Proof.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof") && message.proof.length)
                    writer.uint32(10).bytes(message.proof);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Proof.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Proof();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proof = value;
                            else
                                delete message.proof;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Proof.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Proof)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Proof: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.Proof();
                if (object.proof != null)
                    if (object.proof.length)
                        if (typeof object.proof === "string")
                            $util.base64.decode(object.proof, message.proof = $util.newBuffer($util.base64.length(object.proof)), 0);
                        else if (object.proof.length >= 0)
                            message.proof = object.proof;
                return message;
            };

            Proof.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    if (options.bytes === $String)
                        object.proof = "";
                    else {
                        object.proof = [];
                        if (options.bytes !== $Array)
                            object.proof = $util.newBuffer(object.proof);
                    }
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    object.proof = options.bytes === $String ? $util.base64.encode(message.proof, 0, message.proof.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.proof) : message.proof;
                return object;
            };

            Proof.prototype.toJSON = function() {
                return Proof.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Proof;
        })();

        v1.Accepted = (function() {

            const Accepted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Accepted.prototype.permission = "";

            Accepted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.permission != null && $Object.hasOwnProperty.call(message, "permission") && message.permission !== "")
                    writer.uint32(10).string(message.permission);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Accepted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Accepted();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.permission = value;
                            else
                                delete message.permission;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Accepted.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Accepted)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Accepted: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.Accepted();
                if (object.permission != null)
                    if (typeof object.permission !== "string" || object.permission.length)
                        message.permission = $String(object.permission);
                return message;
            };

            Accepted.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.permission = "";
                if (message.permission != null && $Object.hasOwnProperty.call(message, "permission"))
                    object.permission = message.permission;
                return object;
            };

            Accepted.prototype.toJSON = function() {
                return Accepted.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Accepted;
        })();

        v1.Refused = (function() {

            const Refused = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Refused.prototype.error = null;
            Refused.prototype.version = null;

            Refused.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    $root.dpm.v1.Error.encode(message.error, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    $root.dpm.v1.Version.encode(message.version, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Refused.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Refused();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.dpm.v1.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.version = $root.dpm.v1.Version.decode(reader, reader.size(), $undefined, _depth + 1, message.version);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Refused.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Refused)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Refused: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.Refused();
                if (object.error != null) {
                    if (!$util.isObject(object.error))
                        throw $TypeError(".dpm.v1.Refused.error: object expected");
                    message.error = $root.dpm.v1.Error.fromObject(object.error, _depth + 1);
                }
                if (object.version != null) {
                    if (!$util.isObject(object.version))
                        throw $TypeError(".dpm.v1.Refused.version: object expected");
                    message.version = $root.dpm.v1.Version.fromObject(object.version, _depth + 1);
                }
                return message;
            };

            Refused.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.error = null;
                    object.version = null;
                }
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    object.error = $root.dpm.v1.Error.toObject(message.error, options, _depth + 1);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    object.version = $root.dpm.v1.Version.toObject(message.version, options, _depth + 1);
                return object;
            };

            Refused.prototype.toJSON = function() {
                return Refused.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Refused;
        })();

        v1.Request = (function() {

            const Request = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Request.prototype.key = $util.newBuffer([]);
            Request.prototype.timeoutMs = 0;
            Request.prototype.credit = 0;
            Request.prototype.start = null;
            Request.prototype.stop = null;
            Request.prototype.restart = null;
            Request.prototype.ping = null;
            Request.prototype.signal = null;
            Request.prototype.scale = null;
            Request.prototype.configDisplay = null;
            Request.prototype.configReload = null;
            Request.prototype.configSet = null;
            Request.prototype.configAdd = null;
            Request.prototype.configDelete = null;
            Request.prototype.configValidate = null;
            Request.prototype.settingDisplay = null;
            Request.prototype.settingSet = null;
            Request.prototype.settingReload = null;
            Request.prototype.logs = null;
            Request.prototype.shutdown = null;
            Request.prototype.version = null;
            Request.prototype.upgrade = null;

            let $oneOfFields;

            $Object.defineProperty(Request.prototype, "command", {
                get: $util.oneOfGetter($oneOfFields = ["start", "stop", "restart", "ping", "signal", "scale", "configDisplay", "configReload", "configSet", "configAdd", "configDelete", "configValidate", "settingDisplay", "settingSet", "settingReload", "logs", "shutdown", "version", "upgrade"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Request.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(10).bytes(message.key);
                if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs") && message.timeoutMs !== 0)
                    writer.uint32(16).uint32(message.timeoutMs);
                if (message.credit != null && $Object.hasOwnProperty.call(message, "credit") && message.credit !== 0)
                    writer.uint32(24).uint32(message.credit);
                if (message.start != null && $Object.hasOwnProperty.call(message, "start"))
                    $root.dpm.v1.StartRequest.encode(message.start, writer.uint32(130).fork(), _depth + 1).ldelim();
                if (message.stop != null && $Object.hasOwnProperty.call(message, "stop"))
                    $root.dpm.v1.StopRequest.encode(message.stop, writer.uint32(138).fork(), _depth + 1).ldelim();
                if (message.restart != null && $Object.hasOwnProperty.call(message, "restart"))
                    $root.dpm.v1.RestartRequest.encode(message.restart, writer.uint32(146).fork(), _depth + 1).ldelim();
                if (message.ping != null && $Object.hasOwnProperty.call(message, "ping"))
                    $root.dpm.v1.PingRequest.encode(message.ping, writer.uint32(154).fork(), _depth + 1).ldelim();
                if (message.signal != null && $Object.hasOwnProperty.call(message, "signal"))
                    $root.dpm.v1.SignalRequest.encode(message.signal, writer.uint32(162).fork(), _depth + 1).ldelim();
                if (message.scale != null && $Object.hasOwnProperty.call(message, "scale"))
                    $root.dpm.v1.ScaleRequest.encode(message.scale, writer.uint32(170).fork(), _depth + 1).ldelim();
                if (message.configDisplay != null && $Object.hasOwnProperty.call(message, "configDisplay"))
                    $root.dpm.v1.ConfigDisplayRequest.encode(message.configDisplay, writer.uint32(178).fork(), _depth + 1).ldelim();
                if (message.configReload != null && $Object.hasOwnProperty.call(message, "configReload"))
                    $root.dpm.v1.ConfigReloadRequest.encode(message.configReload, writer.uint32(186).fork(), _depth + 1).ldelim();
                if (message.configSet != null && $Object.hasOwnProperty.call(message, "configSet"))
                    $root.dpm.v1.ConfigSetRequest.encode(message.configSet, writer.uint32(194).fork(), _depth + 1).ldelim();
                if (message.configAdd != null && $Object.hasOwnProperty.call(message, "configAdd"))
                    $root.dpm.v1.ConfigAddRequest.encode(message.configAdd, writer.uint32(202).fork(), _depth + 1).ldelim();
                if (message.configDelete != null && $Object.hasOwnProperty.call(message, "configDelete"))
                    $root.dpm.v1.ConfigDeleteRequest.encode(message.configDelete, writer.uint32(210).fork(), _depth + 1).ldelim();
                if (message.configValidate != null && $Object.hasOwnProperty.call(message, "configValidate"))
                    $root.dpm.v1.ConfigValidateRequest.encode(message.configValidate, writer.uint32(218).fork(), _depth + 1).ldelim();
                if (message.settingDisplay != null && $Object.hasOwnProperty.call(message, "settingDisplay"))
                    $root.dpm.v1.SettingDisplayRequest.encode(message.settingDisplay, writer.uint32(226).fork(), _depth + 1).ldelim();
                if (message.settingSet != null && $Object.hasOwnProperty.call(message, "settingSet"))
                    $root.dpm.v1.SettingSetRequest.encode(message.settingSet, writer.uint32(234).fork(), _depth + 1).ldelim();
                if (message.settingReload != null && $Object.hasOwnProperty.call(message, "settingReload"))
                    $root.dpm.v1.SettingReloadRequest.encode(message.settingReload, writer.uint32(242).fork(), _depth + 1).ldelim();
                if (message.logs != null && $Object.hasOwnProperty.call(message, "logs"))
                    $root.dpm.v1.LogsRequest.encode(message.logs, writer.uint32(250).fork(), _depth + 1).ldelim();
                if (message.shutdown != null && $Object.hasOwnProperty.call(message, "shutdown"))
                    $root.dpm.v1.ShutdownRequest.encode(message.shutdown, writer.uint32(258).fork(), _depth + 1).ldelim();
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    $root.dpm.v1.VersionRequest.encode(message.version, writer.uint32(266).fork(), _depth + 1).ldelim();
                if (message.upgrade != null && $Object.hasOwnProperty.call(message, "upgrade"))
                    $root.dpm.v1.UpgradeRequest.encode(message.upgrade, writer.uint32(274).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Request.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Request();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.timeoutMs = value;
                            else
                                delete message.timeoutMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.credit = value;
                            else
                                delete message.credit;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.start = $root.dpm.v1.StartRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.start);
                            message.command = "start";
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            message.stop = $root.dpm.v1.StopRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.stop);
                            message.command = "stop";
                            continue;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            message.restart = $root.dpm.v1.RestartRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.restart);
                            message.command = "restart";
                            continue;
                        }
                    case 19: {
                            if (wireType !== 2)
                                break;
                            message.ping = $root.dpm.v1.PingRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.ping);
                            message.command = "ping";
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.signal = $root.dpm.v1.SignalRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.signal);
                            message.command = "signal";
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            message.scale = $root.dpm.v1.ScaleRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.scale);
                            message.command = "scale";
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            message.configDisplay = $root.dpm.v1.ConfigDisplayRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.configDisplay);
                            message.command = "configDisplay";
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            message.configReload = $root.dpm.v1.ConfigReloadRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.configReload);
                            message.command = "configReload";
                            continue;
                        }
                    case 24: {
                            if (wireType !== 2)
                                break;
                            message.configSet = $root.dpm.v1.ConfigSetRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.configSet);
                            message.command = "configSet";
                            continue;
                        }
                    case 25: {
                            if (wireType !== 2)
                                break;
                            message.configAdd = $root.dpm.v1.ConfigAddRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.configAdd);
                            message.command = "configAdd";
                            continue;
                        }
                    case 26: {
                            if (wireType !== 2)
                                break;
                            message.configDelete = $root.dpm.v1.ConfigDeleteRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.configDelete);
                            message.command = "configDelete";
                            continue;
                        }
                    case 27: {
                            if (wireType !== 2)
                                break;
                            message.configValidate = $root.dpm.v1.ConfigValidateRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.configValidate);
                            message.command = "configValidate";
                            continue;
                        }
                    case 28: {
                            if (wireType !== 2)
                                break;
                            message.settingDisplay = $root.dpm.v1.SettingDisplayRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.settingDisplay);
                            message.command = "settingDisplay";
                            continue;
                        }
                    case 29: {
                            if (wireType !== 2)
                                break;
                            message.settingSet = $root.dpm.v1.SettingSetRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.settingSet);
                            message.command = "settingSet";
                            continue;
                        }
                    case 30: {
                            if (wireType !== 2)
                                break;
                            message.settingReload = $root.dpm.v1.SettingReloadRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.settingReload);
                            message.command = "settingReload";
                            continue;
                        }
                    case 31: {
                            if (wireType !== 2)
                                break;
                            message.logs = $root.dpm.v1.LogsRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.logs);
                            message.command = "logs";
                            continue;
                        }
                    case 32: {
                            if (wireType !== 2)
                                break;
                            message.shutdown = $root.dpm.v1.ShutdownRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.shutdown);
                            message.command = "shutdown";
                            continue;
                        }
                    case 33: {
                            if (wireType !== 2)
                                break;
                            message.version = $root.dpm.v1.VersionRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.version);
                            message.command = "version";
                            continue;
                        }
                    case 34: {
                            if (wireType !== 2)
                                break;
                            message.upgrade = $root.dpm.v1.UpgradeRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.upgrade);
                            message.command = "upgrade";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Request.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Request)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Request: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.Request();
                if (object.key != null)
                    if (object.key.length)
                        if (typeof object.key === "string")
                            $util.base64.decode(object.key, message.key = $util.newBuffer($util.base64.length(object.key)), 0);
                        else if (object.key.length >= 0)
                            message.key = object.key;
                if (object.timeoutMs != null)
                    if ($Number(object.timeoutMs) !== 0)
                        message.timeoutMs = object.timeoutMs >>> 0;
                if (object.credit != null)
                    if ($Number(object.credit) !== 0)
                        message.credit = object.credit >>> 0;
                if (object.start != null) {
                    if (!$util.isObject(object.start))
                        throw $TypeError(".dpm.v1.Request.start: object expected");
                    message.start = $root.dpm.v1.StartRequest.fromObject(object.start, _depth + 1);
                }
                if (object.stop != null) {
                    if (!$util.isObject(object.stop))
                        throw $TypeError(".dpm.v1.Request.stop: object expected");
                    message.stop = $root.dpm.v1.StopRequest.fromObject(object.stop, _depth + 1);
                }
                if (object.restart != null) {
                    if (!$util.isObject(object.restart))
                        throw $TypeError(".dpm.v1.Request.restart: object expected");
                    message.restart = $root.dpm.v1.RestartRequest.fromObject(object.restart, _depth + 1);
                }
                if (object.ping != null) {
                    if (!$util.isObject(object.ping))
                        throw $TypeError(".dpm.v1.Request.ping: object expected");
                    message.ping = $root.dpm.v1.PingRequest.fromObject(object.ping, _depth + 1);
                }
                if (object.signal != null) {
                    if (!$util.isObject(object.signal))
                        throw $TypeError(".dpm.v1.Request.signal: object expected");
                    message.signal = $root.dpm.v1.SignalRequest.fromObject(object.signal, _depth + 1);
                }
                if (object.scale != null) {
                    if (!$util.isObject(object.scale))
                        throw $TypeError(".dpm.v1.Request.scale: object expected");
                    message.scale = $root.dpm.v1.ScaleRequest.fromObject(object.scale, _depth + 1);
                }
                if (object.configDisplay != null) {
                    if (!$util.isObject(object.configDisplay))
                        throw $TypeError(".dpm.v1.Request.configDisplay: object expected");
                    message.configDisplay = $root.dpm.v1.ConfigDisplayRequest.fromObject(object.configDisplay, _depth + 1);
                }
                if (object.configReload != null) {
                    if (!$util.isObject(object.configReload))
                        throw $TypeError(".dpm.v1.Request.configReload: object expected");
                    message.configReload = $root.dpm.v1.ConfigReloadRequest.fromObject(object.configReload, _depth + 1);
                }
                if (object.configSet != null) {
                    if (!$util.isObject(object.configSet))
                        throw $TypeError(".dpm.v1.Request.configSet: object expected");
                    message.configSet = $root.dpm.v1.ConfigSetRequest.fromObject(object.configSet, _depth + 1);
                }
                if (object.configAdd != null) {
                    if (!$util.isObject(object.configAdd))
                        throw $TypeError(".dpm.v1.Request.configAdd: object expected");
                    message.configAdd = $root.dpm.v1.ConfigAddRequest.fromObject(object.configAdd, _depth + 1);
                }
                if (object.configDelete != null) {
                    if (!$util.isObject(object.configDelete))
                        throw $TypeError(".dpm.v1.Request.configDelete: object expected");
                    message.configDelete = $root.dpm.v1.ConfigDeleteRequest.fromObject(object.configDelete, _depth + 1);
                }
                if (object.configValidate != null) {
                    if (!$util.isObject(object.configValidate))
                        throw $TypeError(".dpm.v1.Request.configValidate: object expected");
                    message.configValidate = $root.dpm.v1.ConfigValidateRequest.fromObject(object.configValidate, _depth + 1);
                }
                if (object.settingDisplay != null) {
                    if (!$util.isObject(object.settingDisplay))
                        throw $TypeError(".dpm.v1.Request.settingDisplay: object expected");
                    message.settingDisplay = $root.dpm.v1.SettingDisplayRequest.fromObject(object.settingDisplay, _depth + 1);
                }
                if (object.settingSet != null) {
                    if (!$util.isObject(object.settingSet))
                        throw $TypeError(".dpm.v1.Request.settingSet: object expected");
                    message.settingSet = $root.dpm.v1.SettingSetRequest.fromObject(object.settingSet, _depth + 1);
                }
                if (object.settingReload != null) {
                    if (!$util.isObject(object.settingReload))
                        throw $TypeError(".dpm.v1.Request.settingReload: object expected");
                    message.settingReload = $root.dpm.v1.SettingReloadRequest.fromObject(object.settingReload, _depth + 1);
                }
                if (object.logs != null) {
                    if (!$util.isObject(object.logs))
                        throw $TypeError(".dpm.v1.Request.logs: object expected");
                    message.logs = $root.dpm.v1.LogsRequest.fromObject(object.logs, _depth + 1);
                }
                if (object.shutdown != null) {
                    if (!$util.isObject(object.shutdown))
                        throw $TypeError(".dpm.v1.Request.shutdown: object expected");
                    message.shutdown = $root.dpm.v1.ShutdownRequest.fromObject(object.shutdown, _depth + 1);
                }
                if (object.version != null) {
                    if (!$util.isObject(object.version))
                        throw $TypeError(".dpm.v1.Request.version: object expected");
                    message.version = $root.dpm.v1.VersionRequest.fromObject(object.version, _depth + 1);
                }
                if (object.upgrade != null) {
                    if (!$util.isObject(object.upgrade))
                        throw $TypeError(".dpm.v1.Request.upgrade: object expected");
                    message.upgrade = $root.dpm.v1.UpgradeRequest.fromObject(object.upgrade, _depth + 1);
                }
                return message;
            };

            Request.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.key = "";
                    else {
                        object.key = [];
                        if (options.bytes !== $Array)
                            object.key = $util.newBuffer(object.key);
                    }
                    object.timeoutMs = 0;
                    object.credit = 0;
                }
                if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                    object.key = options.bytes === $String ? $util.base64.encode(message.key, 0, message.key.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.key) : message.key;
                if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs"))
                    object.timeoutMs = message.timeoutMs;
                if (message.credit != null && $Object.hasOwnProperty.call(message, "credit"))
                    object.credit = message.credit;
                if (message.start != null && $Object.hasOwnProperty.call(message, "start")) {
                    object.start = $root.dpm.v1.StartRequest.toObject(message.start, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "start";
                }
                if (message.stop != null && $Object.hasOwnProperty.call(message, "stop")) {
                    object.stop = $root.dpm.v1.StopRequest.toObject(message.stop, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "stop";
                }
                if (message.restart != null && $Object.hasOwnProperty.call(message, "restart")) {
                    object.restart = $root.dpm.v1.RestartRequest.toObject(message.restart, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "restart";
                }
                if (message.ping != null && $Object.hasOwnProperty.call(message, "ping")) {
                    object.ping = $root.dpm.v1.PingRequest.toObject(message.ping, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "ping";
                }
                if (message.signal != null && $Object.hasOwnProperty.call(message, "signal")) {
                    object.signal = $root.dpm.v1.SignalRequest.toObject(message.signal, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "signal";
                }
                if (message.scale != null && $Object.hasOwnProperty.call(message, "scale")) {
                    object.scale = $root.dpm.v1.ScaleRequest.toObject(message.scale, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "scale";
                }
                if (message.configDisplay != null && $Object.hasOwnProperty.call(message, "configDisplay")) {
                    object.configDisplay = $root.dpm.v1.ConfigDisplayRequest.toObject(message.configDisplay, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "configDisplay";
                }
                if (message.configReload != null && $Object.hasOwnProperty.call(message, "configReload")) {
                    object.configReload = $root.dpm.v1.ConfigReloadRequest.toObject(message.configReload, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "configReload";
                }
                if (message.configSet != null && $Object.hasOwnProperty.call(message, "configSet")) {
                    object.configSet = $root.dpm.v1.ConfigSetRequest.toObject(message.configSet, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "configSet";
                }
                if (message.configAdd != null && $Object.hasOwnProperty.call(message, "configAdd")) {
                    object.configAdd = $root.dpm.v1.ConfigAddRequest.toObject(message.configAdd, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "configAdd";
                }
                if (message.configDelete != null && $Object.hasOwnProperty.call(message, "configDelete")) {
                    object.configDelete = $root.dpm.v1.ConfigDeleteRequest.toObject(message.configDelete, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "configDelete";
                }
                if (message.configValidate != null && $Object.hasOwnProperty.call(message, "configValidate")) {
                    object.configValidate = $root.dpm.v1.ConfigValidateRequest.toObject(message.configValidate, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "configValidate";
                }
                if (message.settingDisplay != null && $Object.hasOwnProperty.call(message, "settingDisplay")) {
                    object.settingDisplay = $root.dpm.v1.SettingDisplayRequest.toObject(message.settingDisplay, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "settingDisplay";
                }
                if (message.settingSet != null && $Object.hasOwnProperty.call(message, "settingSet")) {
                    object.settingSet = $root.dpm.v1.SettingSetRequest.toObject(message.settingSet, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "settingSet";
                }
                if (message.settingReload != null && $Object.hasOwnProperty.call(message, "settingReload")) {
                    object.settingReload = $root.dpm.v1.SettingReloadRequest.toObject(message.settingReload, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "settingReload";
                }
                if (message.logs != null && $Object.hasOwnProperty.call(message, "logs")) {
                    object.logs = $root.dpm.v1.LogsRequest.toObject(message.logs, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "logs";
                }
                if (message.shutdown != null && $Object.hasOwnProperty.call(message, "shutdown")) {
                    object.shutdown = $root.dpm.v1.ShutdownRequest.toObject(message.shutdown, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "shutdown";
                }
                if (message.version != null && $Object.hasOwnProperty.call(message, "version")) {
                    object.version = $root.dpm.v1.VersionRequest.toObject(message.version, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "version";
                }
                if (message.upgrade != null && $Object.hasOwnProperty.call(message, "upgrade")) {
                    object.upgrade = $root.dpm.v1.UpgradeRequest.toObject(message.upgrade, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "upgrade";
                }
                return object;
            };

            Request.prototype.toJSON = function() {
                return Request.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Request;
        })();

        v1.Result = (function() {

            const Result = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Result.prototype.processes = null;
            Result.prototype.config = null;
            Result.prototype.reload = null;
            Result.prototype.edit = null;
            Result.prototype.settings = null;
            Result.prototype.log = null;
            Result.prototype.server = null;
            Result.prototype.validation = null;
            Result.prototype.upgrade = null;

            let $oneOfFields;

            $Object.defineProperty(Result.prototype, "payload", {
                get: $util.oneOfGetter($oneOfFields = ["processes", "config", "reload", "edit", "settings", "log", "server", "validation", "upgrade"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Result.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.processes != null && $Object.hasOwnProperty.call(message, "processes"))
                    $root.dpm.v1.ProcessResults.encode(message.processes, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.config != null && $Object.hasOwnProperty.call(message, "config"))
                    $root.dpm.v1.ConfigReport.encode(message.config, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.reload != null && $Object.hasOwnProperty.call(message, "reload"))
                    $root.dpm.v1.ReloadReport.encode(message.reload, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.edit != null && $Object.hasOwnProperty.call(message, "edit"))
                    $root.dpm.v1.EditReport.encode(message.edit, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.settings != null && $Object.hasOwnProperty.call(message, "settings"))
                    $root.dpm.v1.SettingReport.encode(message.settings, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.log != null && $Object.hasOwnProperty.call(message, "log"))
                    $root.dpm.v1.LogChunk.encode(message.log, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.server != null && $Object.hasOwnProperty.call(message, "server"))
                    $root.dpm.v1.ServerReport.encode(message.server, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.validation != null && $Object.hasOwnProperty.call(message, "validation"))
                    $root.dpm.v1.ValidationReport.encode(message.validation, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.upgrade != null && $Object.hasOwnProperty.call(message, "upgrade"))
                    $root.dpm.v1.UpgradeReport.encode(message.upgrade, writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Result.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Result();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.processes = $root.dpm.v1.ProcessResults.decode(reader, reader.size(), $undefined, _depth + 1, message.processes);
                            message.payload = "processes";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.config = $root.dpm.v1.ConfigReport.decode(reader, reader.size(), $undefined, _depth + 1, message.config);
                            message.payload = "config";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.reload = $root.dpm.v1.ReloadReport.decode(reader, reader.size(), $undefined, _depth + 1, message.reload);
                            message.payload = "reload";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.edit = $root.dpm.v1.EditReport.decode(reader, reader.size(), $undefined, _depth + 1, message.edit);
                            message.payload = "edit";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.settings = $root.dpm.v1.SettingReport.decode(reader, reader.size(), $undefined, _depth + 1, message.settings);
                            message.payload = "settings";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.log = $root.dpm.v1.LogChunk.decode(reader, reader.size(), $undefined, _depth + 1, message.log);
                            message.payload = "log";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.server = $root.dpm.v1.ServerReport.decode(reader, reader.size(), $undefined, _depth + 1, message.server);
                            message.payload = "server";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.validation = $root.dpm.v1.ValidationReport.decode(reader, reader.size(), $undefined, _depth + 1, message.validation);
                            message.payload = "validation";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.upgrade = $root.dpm.v1.UpgradeReport.decode(reader, reader.size(), $undefined, _depth + 1, message.upgrade);
                            message.payload = "upgrade";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Result.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Result)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Result: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.Result();
                if (object.processes != null) {
                    if (!$util.isObject(object.processes))
                        throw $TypeError(".dpm.v1.Result.processes: object expected");
                    message.processes = $root.dpm.v1.ProcessResults.fromObject(object.processes, _depth + 1);
                }
                if (object.config != null) {
                    if (!$util.isObject(object.config))
                        throw $TypeError(".dpm.v1.Result.config: object expected");
                    message.config = $root.dpm.v1.ConfigReport.fromObject(object.config, _depth + 1);
                }
                if (object.reload != null) {
                    if (!$util.isObject(object.reload))
                        throw $TypeError(".dpm.v1.Result.reload: object expected");
                    message.reload = $root.dpm.v1.ReloadReport.fromObject(object.reload, _depth + 1);
                }
                if (object.edit != null) {
                    if (!$util.isObject(object.edit))
                        throw $TypeError(".dpm.v1.Result.edit: object expected");
                    message.edit = $root.dpm.v1.EditReport.fromObject(object.edit, _depth + 1);
                }
                if (object.settings != null) {
                    if (!$util.isObject(object.settings))
                        throw $TypeError(".dpm.v1.Result.settings: object expected");
                    message.settings = $root.dpm.v1.SettingReport.fromObject(object.settings, _depth + 1);
                }
                if (object.log != null) {
                    if (!$util.isObject(object.log))
                        throw $TypeError(".dpm.v1.Result.log: object expected");
                    message.log = $root.dpm.v1.LogChunk.fromObject(object.log, _depth + 1);
                }
                if (object.server != null) {
                    if (!$util.isObject(object.server))
                        throw $TypeError(".dpm.v1.Result.server: object expected");
                    message.server = $root.dpm.v1.ServerReport.fromObject(object.server, _depth + 1);
                }
                if (object.validation != null) {
                    if (!$util.isObject(object.validation))
                        throw $TypeError(".dpm.v1.Result.validation: object expected");
                    message.validation = $root.dpm.v1.ValidationReport.fromObject(object.validation, _depth + 1);
                }
                if (object.upgrade != null) {
                    if (!$util.isObject(object.upgrade))
                        throw $TypeError(".dpm.v1.Result.upgrade: object expected");
                    message.upgrade = $root.dpm.v1.UpgradeReport.fromObject(object.upgrade, _depth + 1);
                }
                return message;
            };

            Result.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (message.processes != null && $Object.hasOwnProperty.call(message, "processes")) {
                    object.processes = $root.dpm.v1.ProcessResults.toObject(message.processes, options, _depth + 1);
                    if (options.oneofs)
                        object.payload = "processes";
                }
                if (message.config != null && $Object.hasOwnProperty.call(message, "config")) {
                    object.config = $root.dpm.v1.ConfigReport.toObject(message.config, options, _depth + 1);
                    if (options.oneofs)
                        object.payload = "config";
                }
                if (message.reload != null && $Object.hasOwnProperty.call(message, "reload")) {
                    object.reload = $root.dpm.v1.ReloadReport.toObject(message.reload, options, _depth + 1);
                    if (options.oneofs)
                        object.payload = "reload";
                }
                if (message.edit != null && $Object.hasOwnProperty.call(message, "edit")) {
                    object.edit = $root.dpm.v1.EditReport.toObject(message.edit, options, _depth + 1);
                    if (options.oneofs)
                        object.payload = "edit";
                }
                if (message.settings != null && $Object.hasOwnProperty.call(message, "settings")) {
                    object.settings = $root.dpm.v1.SettingReport.toObject(message.settings, options, _depth + 1);
                    if (options.oneofs)
                        object.payload = "settings";
                }
                if (message.log != null && $Object.hasOwnProperty.call(message, "log")) {
                    object.log = $root.dpm.v1.LogChunk.toObject(message.log, options, _depth + 1);
                    if (options.oneofs)
                        object.payload = "log";
                }
                if (message.server != null && $Object.hasOwnProperty.call(message, "server")) {
                    object.server = $root.dpm.v1.ServerReport.toObject(message.server, options, _depth + 1);
                    if (options.oneofs)
                        object.payload = "server";
                }
                if (message.validation != null && $Object.hasOwnProperty.call(message, "validation")) {
                    object.validation = $root.dpm.v1.ValidationReport.toObject(message.validation, options, _depth + 1);
                    if (options.oneofs)
                        object.payload = "validation";
                }
                if (message.upgrade != null && $Object.hasOwnProperty.call(message, "upgrade")) {
                    object.upgrade = $root.dpm.v1.UpgradeReport.toObject(message.upgrade, options, _depth + 1);
                    if (options.oneofs)
                        object.payload = "upgrade";
                }
                return object;
            };

            Result.prototype.toJSON = function() {
                return Result.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Result;
        })();

        v1.End = (function() {

            const End = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            End.prototype.error = null;

            End.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    $root.dpm.v1.Error.encode(message.error, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            End.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.End();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.dpm.v1.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            End.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.End)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.End: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.End();
                if (object.error != null) {
                    if (!$util.isObject(object.error))
                        throw $TypeError(".dpm.v1.End.error: object expected");
                    message.error = $root.dpm.v1.Error.fromObject(object.error, _depth + 1);
                }
                return message;
            };

            End.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.error = null;
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    object.error = $root.dpm.v1.Error.toObject(message.error, options, _depth + 1);
                return object;
            };

            End.prototype.toJSON = function() {
                return End.toObject(this, $protobuf.util.toJSONOptions);
            };

            return End;
        })();

        v1.Cancel = (function() {

            const Cancel = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Cancel.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Cancel.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Cancel();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Cancel.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Cancel)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Cancel: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.dpm.v1.Cancel();
            };

            Cancel.toObject = function () {
                return {};
            };

            Cancel.prototype.toJSON = function() {
                return Cancel.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Cancel;
        })();

        v1.Credit = (function() {

            const Credit = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Credit.prototype.results = 0;

            Credit.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.results != null && $Object.hasOwnProperty.call(message, "results") && message.results !== 0)
                    writer.uint32(8).uint32(message.results);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Credit.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Credit();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.results = value;
                            else
                                delete message.results;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Credit.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Credit)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Credit: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.Credit();
                if (object.results != null)
                    if ($Number(object.results) !== 0)
                        message.results = object.results >>> 0;
                return message;
            };

            Credit.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.results = 0;
                if (message.results != null && $Object.hasOwnProperty.call(message, "results"))
                    object.results = message.results;
                return object;
            };

            Credit.prototype.toJSON = function() {
                return Credit.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Credit;
        })();

        v1.KeepAlive = (function() {

            const KeepAlive = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            KeepAlive.prototype.reply = false;

            KeepAlive.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reply != null && $Object.hasOwnProperty.call(message, "reply") && message.reply !== false)
                    writer.uint32(8).bool(message.reply);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            KeepAlive.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.KeepAlive();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.reply = value;
                            else
                                delete message.reply;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            KeepAlive.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.KeepAlive)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.KeepAlive: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.KeepAlive();
                if (object.reply != null)
                    if (object.reply)
                        message.reply = $Boolean(object.reply);
                return message;
            };

            KeepAlive.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.reply = false;
                if (message.reply != null && $Object.hasOwnProperty.call(message, "reply"))
                    object.reply = message.reply;
                return object;
            };

            KeepAlive.prototype.toJSON = function() {
                return KeepAlive.toObject(this, $protobuf.util.toJSONOptions);
            };

            return KeepAlive;
        })();

        v1.Error = (function() {

            const Error = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Error.prototype.category = "";
            Error.prototype.code = "";
            Error.prototype.message = "";
            Error.prototype.hint = "";
            Error.prototype.detailsJson = "";

            Error.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.category != null && $Object.hasOwnProperty.call(message, "category") && message.category !== "")
                    writer.uint32(10).string(message.category);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(18).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(26).string(message.message);
                if (message.hint != null && $Object.hasOwnProperty.call(message, "hint") && message.hint !== "")
                    writer.uint32(34).string(message.hint);
                if (message.detailsJson != null && $Object.hasOwnProperty.call(message, "detailsJson") && message.detailsJson !== "")
                    writer.uint32(42).string(message.detailsJson);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Error.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Error();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.category = value;
                            else
                                delete message.category;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hint = value;
                            else
                                delete message.hint;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.detailsJson = value;
                            else
                                delete message.detailsJson;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Error.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Error)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Error: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.Error();
                if (object.category != null)
                    if (typeof object.category !== "string" || object.category.length)
                        message.category = $String(object.category);
                if (object.code != null)
                    if (typeof object.code !== "string" || object.code.length)
                        message.code = $String(object.code);
                if (object.message != null)
                    if (typeof object.message !== "string" || object.message.length)
                        message.message = $String(object.message);
                if (object.hint != null)
                    if (typeof object.hint !== "string" || object.hint.length)
                        message.hint = $String(object.hint);
                if (object.detailsJson != null)
                    if (typeof object.detailsJson !== "string" || object.detailsJson.length)
                        message.detailsJson = $String(object.detailsJson);
                return message;
            };

            Error.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.category = "";
                    object.code = "";
                    object.message = "";
                    object.hint = "";
                    object.detailsJson = "";
                }
                if (message.category != null && $Object.hasOwnProperty.call(message, "category"))
                    object.category = message.category;
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    object.code = message.code;
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    object.message = message.message;
                if (message.hint != null && $Object.hasOwnProperty.call(message, "hint"))
                    object.hint = message.hint;
                if (message.detailsJson != null && $Object.hasOwnProperty.call(message, "detailsJson"))
                    object.detailsJson = message.detailsJson;
                return object;
            };

            Error.prototype.toJSON = function() {
                return Error.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Error;
        })();

        v1.ProcessResults = (function() {

            const ProcessResults = function (properties) {
                this.rows = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ProcessResults.prototype.rows = $util.emptyArray;

            ProcessResults.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rows != null && message.rows.length)
                    for (let i = 0; i < message.rows.length; ++i)
                        $root.dpm.v1.ProcessResult.encode(message.rows[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ProcessResults.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.ProcessResults();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.rows && message.rows.length))
                                message.rows = [];
                            message.rows.push($root.dpm.v1.ProcessResult.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ProcessResults.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.ProcessResults)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.ProcessResults: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.ProcessResults();
                if (object.rows) {
                    if (!$Array.isArray(object.rows))
                        throw $TypeError(".dpm.v1.ProcessResults.rows: array expected");
                    message.rows = $Array(object.rows.length);
                    for (let i = 0; i < object.rows.length; ++i) {
                        if (!$util.isObject(object.rows[i]))
                            throw $TypeError(".dpm.v1.ProcessResults.rows: object expected");
                        message.rows[i] = $root.dpm.v1.ProcessResult.fromObject(object.rows[i], _depth + 1);
                    }
                }
                return message;
            };

            ProcessResults.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.rows = [];
                if (message.rows && message.rows.length) {
                    object.rows = $Array(message.rows.length);
                    for (let j = 0; j < message.rows.length; ++j)
                        object.rows[j] = $root.dpm.v1.ProcessResult.toObject(message.rows[j], options, _depth + 1);
                }
                return object;
            };

            ProcessResults.prototype.toJSON = function() {
                return ProcessResults.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ProcessResults;
        })();

        v1.ProcessResult = (function() {

            const ProcessResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ProcessResult.prototype.status = null;
            ProcessResult.prototype.done = false;
            ProcessResult.prototype.ok = false;
            ProcessResult.prototype.error = null;

            ProcessResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                    $root.dpm.v1.ProcessStatus.encode(message.status, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.done != null && $Object.hasOwnProperty.call(message, "done") && message.done !== false)
                    writer.uint32(16).bool(message.done);
                if (message.ok != null && $Object.hasOwnProperty.call(message, "ok") && message.ok !== false)
                    writer.uint32(24).bool(message.ok);
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    $root.dpm.v1.Error.encode(message.error, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ProcessResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.ProcessResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.status = $root.dpm.v1.ProcessStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.status);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.done = value;
                            else
                                delete message.done;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.ok = value;
                            else
                                delete message.ok;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.dpm.v1.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ProcessResult.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.ProcessResult)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.ProcessResult: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.ProcessResult();
                if (object.status != null) {
                    if (!$util.isObject(object.status))
                        throw $TypeError(".dpm.v1.ProcessResult.status: object expected");
                    message.status = $root.dpm.v1.ProcessStatus.fromObject(object.status, _depth + 1);
                }
                if (object.done != null)
                    if (object.done)
                        message.done = $Boolean(object.done);
                if (object.ok != null)
                    if (object.ok)
                        message.ok = $Boolean(object.ok);
                if (object.error != null) {
                    if (!$util.isObject(object.error))
                        throw $TypeError(".dpm.v1.ProcessResult.error: object expected");
                    message.error = $root.dpm.v1.Error.fromObject(object.error, _depth + 1);
                }
                return message;
            };

            ProcessResult.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.status = null;
                    object.done = false;
                    object.ok = false;
                    object.error = null;
                }
                if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                    object.status = $root.dpm.v1.ProcessStatus.toObject(message.status, options, _depth + 1);
                if (message.done != null && $Object.hasOwnProperty.call(message, "done"))
                    object.done = message.done;
                if (message.ok != null && $Object.hasOwnProperty.call(message, "ok"))
                    object.ok = message.ok;
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    object.error = $root.dpm.v1.Error.toObject(message.error, options, _depth + 1);
                return object;
            };

            ProcessResult.prototype.toJSON = function() {
                return ProcessResult.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ProcessResult;
        })();

        v1.Origin = (function() {

            const Origin = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Origin.prototype.layer = "";
            Origin.prototype.file = "";
            Origin.prototype.line = 0;
            Origin.prototype.column = 0;

            Origin.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.layer != null && $Object.hasOwnProperty.call(message, "layer") && message.layer !== "")
                    writer.uint32(10).string(message.layer);
                if (message.file != null && $Object.hasOwnProperty.call(message, "file") && message.file !== "")
                    writer.uint32(18).string(message.file);
                if (message.line != null && $Object.hasOwnProperty.call(message, "line") && message.line !== 0)
                    writer.uint32(24).uint32(message.line);
                if (message.column != null && $Object.hasOwnProperty.call(message, "column") && message.column !== 0)
                    writer.uint32(32).uint32(message.column);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Origin.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Origin();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.layer = value;
                            else
                                delete message.layer;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.file = value;
                            else
                                delete message.file;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.line = value;
                            else
                                delete message.line;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.column = value;
                            else
                                delete message.column;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Origin.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Origin)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Origin: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.Origin();
                if (object.layer != null)
                    if (typeof object.layer !== "string" || object.layer.length)
                        message.layer = $String(object.layer);
                if (object.file != null)
                    if (typeof object.file !== "string" || object.file.length)
                        message.file = $String(object.file);
                if (object.line != null)
                    if ($Number(object.line) !== 0)
                        message.line = object.line >>> 0;
                if (object.column != null)
                    if ($Number(object.column) !== 0)
                        message.column = object.column >>> 0;
                return message;
            };

            Origin.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.layer = "";
                    object.file = "";
                    object.line = 0;
                    object.column = 0;
                }
                if (message.layer != null && $Object.hasOwnProperty.call(message, "layer"))
                    object.layer = message.layer;
                if (message.file != null && $Object.hasOwnProperty.call(message, "file"))
                    object.file = message.file;
                if (message.line != null && $Object.hasOwnProperty.call(message, "line"))
                    object.line = message.line;
                if (message.column != null && $Object.hasOwnProperty.call(message, "column"))
                    object.column = message.column;
                return object;
            };

            Origin.prototype.toJSON = function() {
                return Origin.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Origin;
        })();

        v1.Value = (function() {

            const Value = function (properties) {
                this.hides = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Value.prototype.key = "";
            Value.prototype.value = "";
            Value.prototype.origin = null;
            Value.prototype.hides = $util.emptyArray;

            Value.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                    writer.uint32(10).string(message.key);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                    writer.uint32(18).string(message.value);
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    $root.dpm.v1.Origin.encode(message.origin, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.hides != null && message.hides.length)
                    for (let i = 0; i < message.hides.length; ++i)
                        $root.dpm.v1.HiddenValue.encode(message.hides[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Value.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Value();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.origin = $root.dpm.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.origin);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.hides && message.hides.length))
                                message.hides = [];
                            message.hides.push($root.dpm.v1.HiddenValue.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Value.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Value)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Value: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.Value();
                if (object.key != null)
                    if (typeof object.key !== "string" || object.key.length)
                        message.key = $String(object.key);
                if (object.value != null)
                    if (typeof object.value !== "string" || object.value.length)
                        message.value = $String(object.value);
                if (object.origin != null) {
                    if (!$util.isObject(object.origin))
                        throw $TypeError(".dpm.v1.Value.origin: object expected");
                    message.origin = $root.dpm.v1.Origin.fromObject(object.origin, _depth + 1);
                }
                if (object.hides) {
                    if (!$Array.isArray(object.hides))
                        throw $TypeError(".dpm.v1.Value.hides: array expected");
                    message.hides = $Array(object.hides.length);
                    for (let i = 0; i < object.hides.length; ++i) {
                        if (!$util.isObject(object.hides[i]))
                            throw $TypeError(".dpm.v1.Value.hides: object expected");
                        message.hides[i] = $root.dpm.v1.HiddenValue.fromObject(object.hides[i], _depth + 1);
                    }
                }
                return message;
            };

            Value.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.hides = [];
                if (options.defaults) {
                    object.key = "";
                    object.value = "";
                    object.origin = null;
                }
                if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                    object.key = message.key;
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    object.value = message.value;
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    object.origin = $root.dpm.v1.Origin.toObject(message.origin, options, _depth + 1);
                if (message.hides && message.hides.length) {
                    object.hides = $Array(message.hides.length);
                    for (let j = 0; j < message.hides.length; ++j)
                        object.hides[j] = $root.dpm.v1.HiddenValue.toObject(message.hides[j], options, _depth + 1);
                }
                return object;
            };

            Value.prototype.toJSON = function() {
                return Value.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Value;
        })();

        v1.HiddenValue = (function() {

            const HiddenValue = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HiddenValue.prototype.value = "";
            HiddenValue.prototype.origin = null;

            HiddenValue.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                    writer.uint32(10).string(message.value);
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    $root.dpm.v1.Origin.encode(message.origin, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            HiddenValue.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.HiddenValue();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.origin = $root.dpm.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.origin);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            HiddenValue.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.HiddenValue)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.HiddenValue: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.HiddenValue();
                if (object.value != null)
                    if (typeof object.value !== "string" || object.value.length)
                        message.value = $String(object.value);
                if (object.origin != null) {
                    if (!$util.isObject(object.origin))
                        throw $TypeError(".dpm.v1.HiddenValue.origin: object expected");
                    message.origin = $root.dpm.v1.Origin.fromObject(object.origin, _depth + 1);
                }
                return message;
            };

            HiddenValue.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.value = "";
                    object.origin = null;
                }
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    object.value = message.value;
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    object.origin = $root.dpm.v1.Origin.toObject(message.origin, options, _depth + 1);
                return object;
            };

            HiddenValue.prototype.toJSON = function() {
                return HiddenValue.toObject(this, $protobuf.util.toJSONOptions);
            };

            return HiddenValue;
        })();

        v1.ConfigReport = (function() {

            const ConfigReport = function (properties) {
                this.processes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConfigReport.prototype.processes = $util.emptyArray;

            ConfigReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.processes != null && message.processes.length)
                    for (let i = 0; i < message.processes.length; ++i)
                        $root.dpm.v1.ProcessConfig.encode(message.processes[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ConfigReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.ConfigReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.processes && message.processes.length))
                                message.processes = [];
                            message.processes.push($root.dpm.v1.ProcessConfig.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ConfigReport.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.ConfigReport)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.ConfigReport: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.ConfigReport();
                if (object.processes) {
                    if (!$Array.isArray(object.processes))
                        throw $TypeError(".dpm.v1.ConfigReport.processes: array expected");
                    message.processes = $Array(object.processes.length);
                    for (let i = 0; i < object.processes.length; ++i) {
                        if (!$util.isObject(object.processes[i]))
                            throw $TypeError(".dpm.v1.ConfigReport.processes: object expected");
                        message.processes[i] = $root.dpm.v1.ProcessConfig.fromObject(object.processes[i], _depth + 1);
                    }
                }
                return message;
            };

            ConfigReport.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.processes = [];
                if (message.processes && message.processes.length) {
                    object.processes = $Array(message.processes.length);
                    for (let j = 0; j < message.processes.length; ++j)
                        object.processes[j] = $root.dpm.v1.ProcessConfig.toObject(message.processes[j], options, _depth + 1);
                }
                return object;
            };

            ConfigReport.prototype.toJSON = function() {
                return ConfigReport.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ConfigReport;
        })();

        v1.ProcessConfig = (function() {

            const ProcessConfig = function (properties) {
                this.values = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ProcessConfig.prototype.id = "";
            ProcessConfig.prototype.group = "";
            ProcessConfig.prototype.values = $util.emptyArray;

            ProcessConfig.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(10).string(message.id);
                if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                    writer.uint32(18).string(message.group);
                if (message.values != null && message.values.length)
                    for (let i = 0; i < message.values.length; ++i)
                        $root.dpm.v1.Value.encode(message.values[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ProcessConfig.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.ProcessConfig();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.group = value;
                            else
                                delete message.group;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.values && message.values.length))
                                message.values = [];
                            message.values.push($root.dpm.v1.Value.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ProcessConfig.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.ProcessConfig)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.ProcessConfig: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.ProcessConfig();
                if (object.id != null)
                    if (typeof object.id !== "string" || object.id.length)
                        message.id = $String(object.id);
                if (object.group != null)
                    if (typeof object.group !== "string" || object.group.length)
                        message.group = $String(object.group);
                if (object.values) {
                    if (!$Array.isArray(object.values))
                        throw $TypeError(".dpm.v1.ProcessConfig.values: array expected");
                    message.values = $Array(object.values.length);
                    for (let i = 0; i < object.values.length; ++i) {
                        if (!$util.isObject(object.values[i]))
                            throw $TypeError(".dpm.v1.ProcessConfig.values: object expected");
                        message.values[i] = $root.dpm.v1.Value.fromObject(object.values[i], _depth + 1);
                    }
                }
                return message;
            };

            ProcessConfig.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.values = [];
                if (options.defaults) {
                    object.id = "";
                    object.group = "";
                }
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    object.id = message.id;
                if (message.group != null && $Object.hasOwnProperty.call(message, "group"))
                    object.group = message.group;
                if (message.values && message.values.length) {
                    object.values = $Array(message.values.length);
                    for (let j = 0; j < message.values.length; ++j)
                        object.values[j] = $root.dpm.v1.Value.toObject(message.values[j], options, _depth + 1);
                }
                return object;
            };

            ProcessConfig.prototype.toJSON = function() {
                return ProcessConfig.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ProcessConfig;
        })();

        v1.ReloadReport = (function() {

            const ReloadReport = function (properties) {
                this.added = [];
                this.changed = [];
                this.removed = [];
                this.settingsChanged = [];
                this.settingsNeedRestart = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ReloadReport.prototype.added = $util.emptyArray;
            ReloadReport.prototype.changed = $util.emptyArray;
            ReloadReport.prototype.removed = $util.emptyArray;
            ReloadReport.prototype.settingsChanged = $util.emptyArray;
            ReloadReport.prototype.settingsNeedRestart = $util.emptyArray;
            ReloadReport.prototype.generation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ReloadReport.prototype.dryRun = false;

            ReloadReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.added != null && message.added.length)
                    for (let i = 0; i < message.added.length; ++i)
                        writer.uint32(10).string(message.added[i]);
                if (message.changed != null && message.changed.length)
                    for (let i = 0; i < message.changed.length; ++i)
                        $root.dpm.v1.ChangedProcess.encode(message.changed[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.removed != null && message.removed.length)
                    for (let i = 0; i < message.removed.length; ++i)
                        writer.uint32(26).string(message.removed[i]);
                if (message.settingsChanged != null && message.settingsChanged.length)
                    for (let i = 0; i < message.settingsChanged.length; ++i)
                        writer.uint32(34).string(message.settingsChanged[i]);
                if (message.settingsNeedRestart != null && message.settingsNeedRestart.length)
                    for (let i = 0; i < message.settingsNeedRestart.length; ++i)
                        writer.uint32(42).string(message.settingsNeedRestart[i]);
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation") && (typeof message.generation === "object" ? message.generation.low || message.generation.high : message.generation !== 0))
                    writer.uint32(48).uint64(message.generation);
                if (message.dryRun != null && $Object.hasOwnProperty.call(message, "dryRun") && message.dryRun !== false)
                    writer.uint32(56).bool(message.dryRun);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ReloadReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.ReloadReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.added && message.added.length))
                                message.added = [];
                            message.added.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.changed && message.changed.length))
                                message.changed = [];
                            message.changed.push($root.dpm.v1.ChangedProcess.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.removed && message.removed.length))
                                message.removed = [];
                            message.removed.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.settingsChanged && message.settingsChanged.length))
                                message.settingsChanged = [];
                            message.settingsChanged.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.settingsNeedRestart && message.settingsNeedRestart.length))
                                message.settingsNeedRestart = [];
                            message.settingsNeedRestart.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.generation = value;
                            else
                                delete message.generation;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.dryRun = value;
                            else
                                delete message.dryRun;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ReloadReport.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.ReloadReport)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.ReloadReport: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.ReloadReport();
                if (object.added) {
                    if (!$Array.isArray(object.added))
                        throw $TypeError(".dpm.v1.ReloadReport.added: array expected");
                    message.added = $Array(object.added.length);
                    for (let i = 0; i < object.added.length; ++i)
                        message.added[i] = $String(object.added[i]);
                }
                if (object.changed) {
                    if (!$Array.isArray(object.changed))
                        throw $TypeError(".dpm.v1.ReloadReport.changed: array expected");
                    message.changed = $Array(object.changed.length);
                    for (let i = 0; i < object.changed.length; ++i) {
                        if (!$util.isObject(object.changed[i]))
                            throw $TypeError(".dpm.v1.ReloadReport.changed: object expected");
                        message.changed[i] = $root.dpm.v1.ChangedProcess.fromObject(object.changed[i], _depth + 1);
                    }
                }
                if (object.removed) {
                    if (!$Array.isArray(object.removed))
                        throw $TypeError(".dpm.v1.ReloadReport.removed: array expected");
                    message.removed = $Array(object.removed.length);
                    for (let i = 0; i < object.removed.length; ++i)
                        message.removed[i] = $String(object.removed[i]);
                }
                if (object.settingsChanged) {
                    if (!$Array.isArray(object.settingsChanged))
                        throw $TypeError(".dpm.v1.ReloadReport.settingsChanged: array expected");
                    message.settingsChanged = $Array(object.settingsChanged.length);
                    for (let i = 0; i < object.settingsChanged.length; ++i)
                        message.settingsChanged[i] = $String(object.settingsChanged[i]);
                }
                if (object.settingsNeedRestart) {
                    if (!$Array.isArray(object.settingsNeedRestart))
                        throw $TypeError(".dpm.v1.ReloadReport.settingsNeedRestart: array expected");
                    message.settingsNeedRestart = $Array(object.settingsNeedRestart.length);
                    for (let i = 0; i < object.settingsNeedRestart.length; ++i)
                        message.settingsNeedRestart[i] = $String(object.settingsNeedRestart[i]);
                }
                if (object.generation != null)
                    if (typeof object.generation === "object" ? object.generation.low || object.generation.high : $Number(object.generation) !== 0)
                        if ($util.Long)
                            message.generation = $util.Long.fromValue(object.generation, true);
                        else if (typeof object.generation === "string")
                            message.generation = $parseInt(object.generation, 10);
                        else if (typeof object.generation === "number")
                            message.generation = object.generation;
                        else if (typeof object.generation === "object")
                            message.generation = new $util.LongBits(object.generation.low >>> 0, object.generation.high >>> 0).toNumber(true);
                if (object.dryRun != null)
                    if (object.dryRun)
                        message.dryRun = $Boolean(object.dryRun);
                return message;
            };

            ReloadReport.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.added = [];
                    object.changed = [];
                    object.removed = [];
                    object.settingsChanged = [];
                    object.settingsNeedRestart = [];
                }
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.generation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.generation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.dryRun = false;
                }
                if (message.added && message.added.length) {
                    object.added = $Array(message.added.length);
                    for (let j = 0; j < message.added.length; ++j)
                        object.added[j] = message.added[j];
                }
                if (message.changed && message.changed.length) {
                    object.changed = $Array(message.changed.length);
                    for (let j = 0; j < message.changed.length; ++j)
                        object.changed[j] = $root.dpm.v1.ChangedProcess.toObject(message.changed[j], options, _depth + 1);
                }
                if (message.removed && message.removed.length) {
                    object.removed = $Array(message.removed.length);
                    for (let j = 0; j < message.removed.length; ++j)
                        object.removed[j] = message.removed[j];
                }
                if (message.settingsChanged && message.settingsChanged.length) {
                    object.settingsChanged = $Array(message.settingsChanged.length);
                    for (let j = 0; j < message.settingsChanged.length; ++j)
                        object.settingsChanged[j] = message.settingsChanged[j];
                }
                if (message.settingsNeedRestart && message.settingsNeedRestart.length) {
                    object.settingsNeedRestart = $Array(message.settingsNeedRestart.length);
                    for (let j = 0; j < message.settingsNeedRestart.length; ++j)
                        object.settingsNeedRestart[j] = message.settingsNeedRestart[j];
                }
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.generation = typeof message.generation === "number" ? $BigInt(message.generation) : $util.Long.fromBits(message.generation.low >>> 0, message.generation.high >>> 0, true).toBigInt();
                    else if (typeof message.generation === "number")
                        object.generation = options.longs === $String ? $String(message.generation) : message.generation;
                    else
                        object.generation = options.longs === $String ? $util.Long.prototype.toString.call(message.generation) : options.longs === $Number ? new $util.LongBits(message.generation.low >>> 0, message.generation.high >>> 0).toNumber(true) : message.generation;
                if (message.dryRun != null && $Object.hasOwnProperty.call(message, "dryRun"))
                    object.dryRun = message.dryRun;
                return object;
            };

            ReloadReport.prototype.toJSON = function() {
                return ReloadReport.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ReloadReport;
        })();

        v1.ChangedProcess = (function() {

            const ChangedProcess = function (properties) {
                this.keys = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ChangedProcess.prototype.id = "";
            ChangedProcess.prototype.keys = $util.emptyArray;
            ChangedProcess.prototype.restarted = false;

            ChangedProcess.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(10).string(message.id);
                if (message.keys != null && message.keys.length)
                    for (let i = 0; i < message.keys.length; ++i)
                        writer.uint32(18).string(message.keys[i]);
                if (message.restarted != null && $Object.hasOwnProperty.call(message, "restarted") && message.restarted !== false)
                    writer.uint32(24).bool(message.restarted);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ChangedProcess.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.ChangedProcess();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.keys && message.keys.length))
                                message.keys = [];
                            message.keys.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.restarted = value;
                            else
                                delete message.restarted;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ChangedProcess.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.ChangedProcess)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.ChangedProcess: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.ChangedProcess();
                if (object.id != null)
                    if (typeof object.id !== "string" || object.id.length)
                        message.id = $String(object.id);
                if (object.keys) {
                    if (!$Array.isArray(object.keys))
                        throw $TypeError(".dpm.v1.ChangedProcess.keys: array expected");
                    message.keys = $Array(object.keys.length);
                    for (let i = 0; i < object.keys.length; ++i)
                        message.keys[i] = $String(object.keys[i]);
                }
                if (object.restarted != null)
                    if (object.restarted)
                        message.restarted = $Boolean(object.restarted);
                return message;
            };

            ChangedProcess.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.keys = [];
                if (options.defaults) {
                    object.id = "";
                    object.restarted = false;
                }
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    object.id = message.id;
                if (message.keys && message.keys.length) {
                    object.keys = $Array(message.keys.length);
                    for (let j = 0; j < message.keys.length; ++j)
                        object.keys[j] = message.keys[j];
                }
                if (message.restarted != null && $Object.hasOwnProperty.call(message, "restarted"))
                    object.restarted = message.restarted;
                return object;
            };

            ChangedProcess.prototype.toJSON = function() {
                return ChangedProcess.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ChangedProcess;
        })();

        v1.EditReport = (function() {

            const EditReport = function (properties) {
                this.values = [];
                this.needRestart = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            EditReport.prototype.file = "";
            EditReport.prototype.line = 0;
            EditReport.prototype.values = $util.emptyArray;
            EditReport.prototype.needRestart = $util.emptyArray;
            EditReport.prototype.unchanged = false;

            EditReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.file != null && $Object.hasOwnProperty.call(message, "file") && message.file !== "")
                    writer.uint32(10).string(message.file);
                if (message.line != null && $Object.hasOwnProperty.call(message, "line") && message.line !== 0)
                    writer.uint32(16).uint32(message.line);
                if (message.values != null && message.values.length)
                    for (let i = 0; i < message.values.length; ++i)
                        $root.dpm.v1.Value.encode(message.values[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.needRestart != null && message.needRestart.length)
                    for (let i = 0; i < message.needRestart.length; ++i)
                        writer.uint32(34).string(message.needRestart[i]);
                if (message.unchanged != null && $Object.hasOwnProperty.call(message, "unchanged") && message.unchanged !== false)
                    writer.uint32(40).bool(message.unchanged);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            EditReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.EditReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.file = value;
                            else
                                delete message.file;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.line = value;
                            else
                                delete message.line;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.values && message.values.length))
                                message.values = [];
                            message.values.push($root.dpm.v1.Value.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.needRestart && message.needRestart.length))
                                message.needRestart = [];
                            message.needRestart.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.unchanged = value;
                            else
                                delete message.unchanged;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            EditReport.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.EditReport)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.EditReport: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.EditReport();
                if (object.file != null)
                    if (typeof object.file !== "string" || object.file.length)
                        message.file = $String(object.file);
                if (object.line != null)
                    if ($Number(object.line) !== 0)
                        message.line = object.line >>> 0;
                if (object.values) {
                    if (!$Array.isArray(object.values))
                        throw $TypeError(".dpm.v1.EditReport.values: array expected");
                    message.values = $Array(object.values.length);
                    for (let i = 0; i < object.values.length; ++i) {
                        if (!$util.isObject(object.values[i]))
                            throw $TypeError(".dpm.v1.EditReport.values: object expected");
                        message.values[i] = $root.dpm.v1.Value.fromObject(object.values[i], _depth + 1);
                    }
                }
                if (object.needRestart) {
                    if (!$Array.isArray(object.needRestart))
                        throw $TypeError(".dpm.v1.EditReport.needRestart: array expected");
                    message.needRestart = $Array(object.needRestart.length);
                    for (let i = 0; i < object.needRestart.length; ++i)
                        message.needRestart[i] = $String(object.needRestart[i]);
                }
                if (object.unchanged != null)
                    if (object.unchanged)
                        message.unchanged = $Boolean(object.unchanged);
                return message;
            };

            EditReport.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.values = [];
                    object.needRestart = [];
                }
                if (options.defaults) {
                    object.file = "";
                    object.line = 0;
                    object.unchanged = false;
                }
                if (message.file != null && $Object.hasOwnProperty.call(message, "file"))
                    object.file = message.file;
                if (message.line != null && $Object.hasOwnProperty.call(message, "line"))
                    object.line = message.line;
                if (message.values && message.values.length) {
                    object.values = $Array(message.values.length);
                    for (let j = 0; j < message.values.length; ++j)
                        object.values[j] = $root.dpm.v1.Value.toObject(message.values[j], options, _depth + 1);
                }
                if (message.needRestart && message.needRestart.length) {
                    object.needRestart = $Array(message.needRestart.length);
                    for (let j = 0; j < message.needRestart.length; ++j)
                        object.needRestart[j] = message.needRestart[j];
                }
                if (message.unchanged != null && $Object.hasOwnProperty.call(message, "unchanged"))
                    object.unchanged = message.unchanged;
                return object;
            };

            EditReport.prototype.toJSON = function() {
                return EditReport.toObject(this, $protobuf.util.toJSONOptions);
            };

            return EditReport;
        })();

        v1.SettingReport = (function() {

            const SettingReport = function (properties) {
                this.settings = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SettingReport.prototype.settings = $util.emptyArray;

            SettingReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.settings != null && message.settings.length)
                    for (let i = 0; i < message.settings.length; ++i)
                        $root.dpm.v1.Setting.encode(message.settings[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SettingReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.SettingReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.settings && message.settings.length))
                                message.settings = [];
                            message.settings.push($root.dpm.v1.Setting.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SettingReport.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.SettingReport)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.SettingReport: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.SettingReport();
                if (object.settings) {
                    if (!$Array.isArray(object.settings))
                        throw $TypeError(".dpm.v1.SettingReport.settings: array expected");
                    message.settings = $Array(object.settings.length);
                    for (let i = 0; i < object.settings.length; ++i) {
                        if (!$util.isObject(object.settings[i]))
                            throw $TypeError(".dpm.v1.SettingReport.settings: object expected");
                        message.settings[i] = $root.dpm.v1.Setting.fromObject(object.settings[i], _depth + 1);
                    }
                }
                return message;
            };

            SettingReport.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.settings = [];
                if (message.settings && message.settings.length) {
                    object.settings = $Array(message.settings.length);
                    for (let j = 0; j < message.settings.length; ++j)
                        object.settings[j] = $root.dpm.v1.Setting.toObject(message.settings[j], options, _depth + 1);
                }
                return object;
            };

            SettingReport.prototype.toJSON = function() {
                return SettingReport.toObject(this, $protobuf.util.toJSONOptions);
            };

            return SettingReport;
        })();

        v1.Setting = (function() {

            const Setting = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Setting.prototype.value = null;
            Setting.prototype.writable = false;
            Setting.prototype.needsRestart = false;
            Setting.prototype.description = "";
            Setting.prototype.inForce = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Setting.prototype, "_inForce", {
                get: $util.oneOfGetter($oneOfFields = ["inForce"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Setting.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    $root.dpm.v1.Value.encode(message.value, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.writable != null && $Object.hasOwnProperty.call(message, "writable") && message.writable !== false)
                    writer.uint32(16).bool(message.writable);
                if (message.needsRestart != null && $Object.hasOwnProperty.call(message, "needsRestart") && message.needsRestart !== false)
                    writer.uint32(24).bool(message.needsRestart);
                if (message.description != null && $Object.hasOwnProperty.call(message, "description") && message.description !== "")
                    writer.uint32(34).string(message.description);
                if (message.inForce != null && $Object.hasOwnProperty.call(message, "inForce"))
                    writer.uint32(42).string(message.inForce);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Setting.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Setting();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.value = $root.dpm.v1.Value.decode(reader, reader.size(), $undefined, _depth + 1, message.value);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.writable = value;
                            else
                                delete message.writable;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.needsRestart = value;
                            else
                                delete message.needsRestart;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.description = value;
                            else
                                delete message.description;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.inForce = reader.stringVerify();
                            message._inForce = "inForce";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Setting.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Setting)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Setting: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.Setting();
                if (object.value != null) {
                    if (!$util.isObject(object.value))
                        throw $TypeError(".dpm.v1.Setting.value: object expected");
                    message.value = $root.dpm.v1.Value.fromObject(object.value, _depth + 1);
                }
                if (object.writable != null)
                    if (object.writable)
                        message.writable = $Boolean(object.writable);
                if (object.needsRestart != null)
                    if (object.needsRestart)
                        message.needsRestart = $Boolean(object.needsRestart);
                if (object.description != null)
                    if (typeof object.description !== "string" || object.description.length)
                        message.description = $String(object.description);
                if (object.inForce != null)
                    message.inForce = $String(object.inForce);
                return message;
            };

            Setting.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.value = null;
                    object.writable = false;
                    object.needsRestart = false;
                    object.description = "";
                }
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    object.value = $root.dpm.v1.Value.toObject(message.value, options, _depth + 1);
                if (message.writable != null && $Object.hasOwnProperty.call(message, "writable"))
                    object.writable = message.writable;
                if (message.needsRestart != null && $Object.hasOwnProperty.call(message, "needsRestart"))
                    object.needsRestart = message.needsRestart;
                if (message.description != null && $Object.hasOwnProperty.call(message, "description"))
                    object.description = message.description;
                if (message.inForce != null && $Object.hasOwnProperty.call(message, "inForce"))
                    object.inForce = message.inForce;
                return object;
            };

            Setting.prototype.toJSON = function() {
                return Setting.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Setting;
        })();

        v1.LogChunk = (function() {

            const LogChunk = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LogChunk.prototype.stream = "";
            LogChunk.prototype.data = $util.newBuffer([]);
            LogChunk.prototype.timeUs = null;
            LogChunk.prototype.gap = null;
            LogChunk.prototype.position = "";

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(LogChunk.prototype, "_timeUs", {
                get: $util.oneOfGetter($oneOfFields = ["timeUs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            LogChunk.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.stream != null && $Object.hasOwnProperty.call(message, "stream") && message.stream !== "")
                    writer.uint32(10).string(message.stream);
                if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                    writer.uint32(18).bytes(message.data);
                if (message.timeUs != null && $Object.hasOwnProperty.call(message, "timeUs"))
                    writer.uint32(24).uint64(message.timeUs);
                if (message.gap != null && $Object.hasOwnProperty.call(message, "gap"))
                    $root.dpm.v1.LogGap.encode(message.gap, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.position != null && $Object.hasOwnProperty.call(message, "position") && message.position !== "")
                    writer.uint32(42).string(message.position);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            LogChunk.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.LogChunk();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.stream = value;
                            else
                                delete message.stream;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.data = value;
                            else
                                delete message.data;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.timeUs = reader.uint64();
                            message._timeUs = "timeUs";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.gap = $root.dpm.v1.LogGap.decode(reader, reader.size(), $undefined, _depth + 1, message.gap);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.position = value;
                            else
                                delete message.position;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            LogChunk.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.LogChunk)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.LogChunk: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.LogChunk();
                if (object.stream != null)
                    if (typeof object.stream !== "string" || object.stream.length)
                        message.stream = $String(object.stream);
                if (object.data != null)
                    if (object.data.length)
                        if (typeof object.data === "string")
                            $util.base64.decode(object.data, message.data = $util.newBuffer($util.base64.length(object.data)), 0);
                        else if (object.data.length >= 0)
                            message.data = object.data;
                if (object.timeUs != null)
                    if ($util.Long)
                        message.timeUs = $util.Long.fromValue(object.timeUs, true);
                    else if (typeof object.timeUs === "string")
                        message.timeUs = $parseInt(object.timeUs, 10);
                    else if (typeof object.timeUs === "number")
                        message.timeUs = object.timeUs;
                    else if (typeof object.timeUs === "object")
                        message.timeUs = new $util.LongBits(object.timeUs.low >>> 0, object.timeUs.high >>> 0).toNumber(true);
                if (object.gap != null) {
                    if (!$util.isObject(object.gap))
                        throw $TypeError(".dpm.v1.LogChunk.gap: object expected");
                    message.gap = $root.dpm.v1.LogGap.fromObject(object.gap, _depth + 1);
                }
                if (object.position != null)
                    if (typeof object.position !== "string" || object.position.length)
                        message.position = $String(object.position);
                return message;
            };

            LogChunk.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.stream = "";
                    if (options.bytes === $String)
                        object.data = "";
                    else {
                        object.data = [];
                        if (options.bytes !== $Array)
                            object.data = $util.newBuffer(object.data);
                    }
                    object.gap = null;
                    object.position = "";
                }
                if (message.stream != null && $Object.hasOwnProperty.call(message, "stream"))
                    object.stream = message.stream;
                if (message.data != null && $Object.hasOwnProperty.call(message, "data"))
                    object.data = options.bytes === $String ? $util.base64.encode(message.data, 0, message.data.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.data) : message.data;
                if (message.timeUs != null && $Object.hasOwnProperty.call(message, "timeUs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.timeUs = typeof message.timeUs === "number" ? $BigInt(message.timeUs) : $util.Long.fromBits(message.timeUs.low >>> 0, message.timeUs.high >>> 0, true).toBigInt();
                    else if (typeof message.timeUs === "number")
                        object.timeUs = options.longs === $String ? $String(message.timeUs) : message.timeUs;
                    else
                        object.timeUs = options.longs === $String ? $util.Long.prototype.toString.call(message.timeUs) : options.longs === $Number ? new $util.LongBits(message.timeUs.low >>> 0, message.timeUs.high >>> 0).toNumber(true) : message.timeUs;
                if (message.gap != null && $Object.hasOwnProperty.call(message, "gap"))
                    object.gap = $root.dpm.v1.LogGap.toObject(message.gap, options, _depth + 1);
                if (message.position != null && $Object.hasOwnProperty.call(message, "position"))
                    object.position = message.position;
                return object;
            };

            LogChunk.prototype.toJSON = function() {
                return LogChunk.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LogChunk;
        })();

        v1.LogGap = (function() {

            const LogGap = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LogGap.prototype.lines = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            LogGap.prototype.bytes = null;
            LogGap.prototype.reason = "";
            LogGap.prototype.atUs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(LogGap.prototype, "_bytes", {
                get: $util.oneOfGetter($oneOfFields = ["bytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            LogGap.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.lines != null && $Object.hasOwnProperty.call(message, "lines") && (typeof message.lines === "object" ? message.lines.low || message.lines.high : message.lines !== 0))
                    writer.uint32(8).uint64(message.lines);
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes"))
                    writer.uint32(16).uint64(message.bytes);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(26).string(message.reason);
                if (message.atUs != null && $Object.hasOwnProperty.call(message, "atUs") && (typeof message.atUs === "object" ? message.atUs.low || message.atUs.high : message.atUs !== 0))
                    writer.uint32(32).uint64(message.atUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            LogGap.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.LogGap();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.lines = value;
                            else
                                delete message.lines;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.bytes = reader.uint64();
                            message._bytes = "bytes";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.atUs = value;
                            else
                                delete message.atUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            LogGap.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.LogGap)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.LogGap: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.LogGap();
                if (object.lines != null)
                    if (typeof object.lines === "object" ? object.lines.low || object.lines.high : $Number(object.lines) !== 0)
                        if ($util.Long)
                            message.lines = $util.Long.fromValue(object.lines, true);
                        else if (typeof object.lines === "string")
                            message.lines = $parseInt(object.lines, 10);
                        else if (typeof object.lines === "number")
                            message.lines = object.lines;
                        else if (typeof object.lines === "object")
                            message.lines = new $util.LongBits(object.lines.low >>> 0, object.lines.high >>> 0).toNumber(true);
                if (object.bytes != null)
                    if ($util.Long)
                        message.bytes = $util.Long.fromValue(object.bytes, true);
                    else if (typeof object.bytes === "string")
                        message.bytes = $parseInt(object.bytes, 10);
                    else if (typeof object.bytes === "number")
                        message.bytes = object.bytes;
                    else if (typeof object.bytes === "object")
                        message.bytes = new $util.LongBits(object.bytes.low >>> 0, object.bytes.high >>> 0).toNumber(true);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                if (object.atUs != null)
                    if (typeof object.atUs === "object" ? object.atUs.low || object.atUs.high : $Number(object.atUs) !== 0)
                        if ($util.Long)
                            message.atUs = $util.Long.fromValue(object.atUs, true);
                        else if (typeof object.atUs === "string")
                            message.atUs = $parseInt(object.atUs, 10);
                        else if (typeof object.atUs === "number")
                            message.atUs = object.atUs;
                        else if (typeof object.atUs === "object")
                            message.atUs = new $util.LongBits(object.atUs.low >>> 0, object.atUs.high >>> 0).toNumber(true);
                return message;
            };

            LogGap.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.lines = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.lines = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.reason = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.atUs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.atUs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.lines != null && $Object.hasOwnProperty.call(message, "lines"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.lines = typeof message.lines === "number" ? $BigInt(message.lines) : $util.Long.fromBits(message.lines.low >>> 0, message.lines.high >>> 0, true).toBigInt();
                    else if (typeof message.lines === "number")
                        object.lines = options.longs === $String ? $String(message.lines) : message.lines;
                    else
                        object.lines = options.longs === $String ? $util.Long.prototype.toString.call(message.lines) : options.longs === $Number ? new $util.LongBits(message.lines.low >>> 0, message.lines.high >>> 0).toNumber(true) : message.lines;
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.bytes = typeof message.bytes === "number" ? $BigInt(message.bytes) : $util.Long.fromBits(message.bytes.low >>> 0, message.bytes.high >>> 0, true).toBigInt();
                    else if (typeof message.bytes === "number")
                        object.bytes = options.longs === $String ? $String(message.bytes) : message.bytes;
                    else
                        object.bytes = options.longs === $String ? $util.Long.prototype.toString.call(message.bytes) : options.longs === $Number ? new $util.LongBits(message.bytes.low >>> 0, message.bytes.high >>> 0).toNumber(true) : message.bytes;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.atUs != null && $Object.hasOwnProperty.call(message, "atUs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.atUs = typeof message.atUs === "number" ? $BigInt(message.atUs) : $util.Long.fromBits(message.atUs.low >>> 0, message.atUs.high >>> 0, true).toBigInt();
                    else if (typeof message.atUs === "number")
                        object.atUs = options.longs === $String ? $String(message.atUs) : message.atUs;
                    else
                        object.atUs = options.longs === $String ? $util.Long.prototype.toString.call(message.atUs) : options.longs === $Number ? new $util.LongBits(message.atUs.low >>> 0, message.atUs.high >>> 0).toNumber(true) : message.atUs;
                return object;
            };

            LogGap.prototype.toJSON = function() {
                return LogGap.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LogGap;
        })();

        v1.ServerReport = (function() {

            const ServerReport = function (properties) {
                this.troubles = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ServerReport.prototype.server = "";
            ServerReport.prototype.pid = 0;
            ServerReport.prototype.startedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ServerReport.prototype.instanceId = "";
            ServerReport.prototype.bootId = "";
            ServerReport.prototype.generation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ServerReport.prototype.configFile = "";
            ServerReport.prototype.troubles = $util.emptyArray;

            ServerReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.server != null && $Object.hasOwnProperty.call(message, "server") && message.server !== "")
                    writer.uint32(10).string(message.server);
                if (message.pid != null && $Object.hasOwnProperty.call(message, "pid") && message.pid !== 0)
                    writer.uint32(16).uint32(message.pid);
                if (message.startedAtMs != null && $Object.hasOwnProperty.call(message, "startedAtMs") && (typeof message.startedAtMs === "object" ? message.startedAtMs.low || message.startedAtMs.high : message.startedAtMs !== 0))
                    writer.uint32(24).uint64(message.startedAtMs);
                if (message.instanceId != null && $Object.hasOwnProperty.call(message, "instanceId") && message.instanceId !== "")
                    writer.uint32(34).string(message.instanceId);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId !== "")
                    writer.uint32(42).string(message.bootId);
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation") && (typeof message.generation === "object" ? message.generation.low || message.generation.high : message.generation !== 0))
                    writer.uint32(48).uint64(message.generation);
                if (message.configFile != null && $Object.hasOwnProperty.call(message, "configFile") && message.configFile !== "")
                    writer.uint32(58).string(message.configFile);
                if (message.troubles != null && message.troubles.length)
                    for (let i = 0; i < message.troubles.length; ++i)
                        $root.dpm.v1.Error.encode(message.troubles[i], writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ServerReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.ServerReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.server = value;
                            else
                                delete message.server;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pid = value;
                            else
                                delete message.pid;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.startedAtMs = value;
                            else
                                delete message.startedAtMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.instanceId = value;
                            else
                                delete message.instanceId;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.generation = value;
                            else
                                delete message.generation;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.configFile = value;
                            else
                                delete message.configFile;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.troubles && message.troubles.length))
                                message.troubles = [];
                            message.troubles.push($root.dpm.v1.Error.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ServerReport.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.ServerReport)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.ServerReport: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.ServerReport();
                if (object.server != null)
                    if (typeof object.server !== "string" || object.server.length)
                        message.server = $String(object.server);
                if (object.pid != null)
                    if ($Number(object.pid) !== 0)
                        message.pid = object.pid >>> 0;
                if (object.startedAtMs != null)
                    if (typeof object.startedAtMs === "object" ? object.startedAtMs.low || object.startedAtMs.high : $Number(object.startedAtMs) !== 0)
                        if ($util.Long)
                            message.startedAtMs = $util.Long.fromValue(object.startedAtMs, true);
                        else if (typeof object.startedAtMs === "string")
                            message.startedAtMs = $parseInt(object.startedAtMs, 10);
                        else if (typeof object.startedAtMs === "number")
                            message.startedAtMs = object.startedAtMs;
                        else if (typeof object.startedAtMs === "object")
                            message.startedAtMs = new $util.LongBits(object.startedAtMs.low >>> 0, object.startedAtMs.high >>> 0).toNumber(true);
                if (object.instanceId != null)
                    if (typeof object.instanceId !== "string" || object.instanceId.length)
                        message.instanceId = $String(object.instanceId);
                if (object.bootId != null)
                    if (typeof object.bootId !== "string" || object.bootId.length)
                        message.bootId = $String(object.bootId);
                if (object.generation != null)
                    if (typeof object.generation === "object" ? object.generation.low || object.generation.high : $Number(object.generation) !== 0)
                        if ($util.Long)
                            message.generation = $util.Long.fromValue(object.generation, true);
                        else if (typeof object.generation === "string")
                            message.generation = $parseInt(object.generation, 10);
                        else if (typeof object.generation === "number")
                            message.generation = object.generation;
                        else if (typeof object.generation === "object")
                            message.generation = new $util.LongBits(object.generation.low >>> 0, object.generation.high >>> 0).toNumber(true);
                if (object.configFile != null)
                    if (typeof object.configFile !== "string" || object.configFile.length)
                        message.configFile = $String(object.configFile);
                if (object.troubles) {
                    if (!$Array.isArray(object.troubles))
                        throw $TypeError(".dpm.v1.ServerReport.troubles: array expected");
                    message.troubles = $Array(object.troubles.length);
                    for (let i = 0; i < object.troubles.length; ++i) {
                        if (!$util.isObject(object.troubles[i]))
                            throw $TypeError(".dpm.v1.ServerReport.troubles: object expected");
                        message.troubles[i] = $root.dpm.v1.Error.fromObject(object.troubles[i], _depth + 1);
                    }
                }
                return message;
            };

            ServerReport.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.troubles = [];
                if (options.defaults) {
                    object.server = "";
                    object.pid = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.startedAtMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.startedAtMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.instanceId = "";
                    object.bootId = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.generation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.generation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.configFile = "";
                }
                if (message.server != null && $Object.hasOwnProperty.call(message, "server"))
                    object.server = message.server;
                if (message.pid != null && $Object.hasOwnProperty.call(message, "pid"))
                    object.pid = message.pid;
                if (message.startedAtMs != null && $Object.hasOwnProperty.call(message, "startedAtMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.startedAtMs = typeof message.startedAtMs === "number" ? $BigInt(message.startedAtMs) : $util.Long.fromBits(message.startedAtMs.low >>> 0, message.startedAtMs.high >>> 0, true).toBigInt();
                    else if (typeof message.startedAtMs === "number")
                        object.startedAtMs = options.longs === $String ? $String(message.startedAtMs) : message.startedAtMs;
                    else
                        object.startedAtMs = options.longs === $String ? $util.Long.prototype.toString.call(message.startedAtMs) : options.longs === $Number ? new $util.LongBits(message.startedAtMs.low >>> 0, message.startedAtMs.high >>> 0).toNumber(true) : message.startedAtMs;
                if (message.instanceId != null && $Object.hasOwnProperty.call(message, "instanceId"))
                    object.instanceId = message.instanceId;
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId"))
                    object.bootId = message.bootId;
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.generation = typeof message.generation === "number" ? $BigInt(message.generation) : $util.Long.fromBits(message.generation.low >>> 0, message.generation.high >>> 0, true).toBigInt();
                    else if (typeof message.generation === "number")
                        object.generation = options.longs === $String ? $String(message.generation) : message.generation;
                    else
                        object.generation = options.longs === $String ? $util.Long.prototype.toString.call(message.generation) : options.longs === $Number ? new $util.LongBits(message.generation.low >>> 0, message.generation.high >>> 0).toNumber(true) : message.generation;
                if (message.configFile != null && $Object.hasOwnProperty.call(message, "configFile"))
                    object.configFile = message.configFile;
                if (message.troubles && message.troubles.length) {
                    object.troubles = $Array(message.troubles.length);
                    for (let j = 0; j < message.troubles.length; ++j)
                        object.troubles[j] = $root.dpm.v1.Error.toObject(message.troubles[j], options, _depth + 1);
                }
                return object;
            };

            ServerReport.prototype.toJSON = function() {
                return ServerReport.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ServerReport;
        })();

        v1.ValidationReport = (function() {

            const ValidationReport = function (properties) {
                this.problems = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ValidationReport.prototype.ok = false;
            ValidationReport.prototype.problems = $util.emptyArray;
            ValidationReport.prototype.processes = 0;
            ValidationReport.prototype.files = 0;

            ValidationReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ok != null && $Object.hasOwnProperty.call(message, "ok") && message.ok !== false)
                    writer.uint32(8).bool(message.ok);
                if (message.problems != null && message.problems.length)
                    for (let i = 0; i < message.problems.length; ++i)
                        $root.dpm.v1.Problem.encode(message.problems[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.processes != null && $Object.hasOwnProperty.call(message, "processes") && message.processes !== 0)
                    writer.uint32(24).uint32(message.processes);
                if (message.files != null && $Object.hasOwnProperty.call(message, "files") && message.files !== 0)
                    writer.uint32(32).uint32(message.files);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ValidationReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.ValidationReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.ok = value;
                            else
                                delete message.ok;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.problems && message.problems.length))
                                message.problems = [];
                            message.problems.push($root.dpm.v1.Problem.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.processes = value;
                            else
                                delete message.processes;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.files = value;
                            else
                                delete message.files;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ValidationReport.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.ValidationReport)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.ValidationReport: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.ValidationReport();
                if (object.ok != null)
                    if (object.ok)
                        message.ok = $Boolean(object.ok);
                if (object.problems) {
                    if (!$Array.isArray(object.problems))
                        throw $TypeError(".dpm.v1.ValidationReport.problems: array expected");
                    message.problems = $Array(object.problems.length);
                    for (let i = 0; i < object.problems.length; ++i) {
                        if (!$util.isObject(object.problems[i]))
                            throw $TypeError(".dpm.v1.ValidationReport.problems: object expected");
                        message.problems[i] = $root.dpm.v1.Problem.fromObject(object.problems[i], _depth + 1);
                    }
                }
                if (object.processes != null)
                    if ($Number(object.processes) !== 0)
                        message.processes = object.processes >>> 0;
                if (object.files != null)
                    if ($Number(object.files) !== 0)
                        message.files = object.files >>> 0;
                return message;
            };

            ValidationReport.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.problems = [];
                if (options.defaults) {
                    object.ok = false;
                    object.processes = 0;
                    object.files = 0;
                }
                if (message.ok != null && $Object.hasOwnProperty.call(message, "ok"))
                    object.ok = message.ok;
                if (message.problems && message.problems.length) {
                    object.problems = $Array(message.problems.length);
                    for (let j = 0; j < message.problems.length; ++j)
                        object.problems[j] = $root.dpm.v1.Problem.toObject(message.problems[j], options, _depth + 1);
                }
                if (message.processes != null && $Object.hasOwnProperty.call(message, "processes"))
                    object.processes = message.processes;
                if (message.files != null && $Object.hasOwnProperty.call(message, "files"))
                    object.files = message.files;
                return object;
            };

            ValidationReport.prototype.toJSON = function() {
                return ValidationReport.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ValidationReport;
        })();

        v1.Problem = (function() {

            const Problem = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Problem.prototype.file = "";
            Problem.prototype.line = 0;
            Problem.prototype.column = 0;
            Problem.prototype.message = "";
            Problem.prototype.hint = "";

            Problem.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.file != null && $Object.hasOwnProperty.call(message, "file") && message.file !== "")
                    writer.uint32(10).string(message.file);
                if (message.line != null && $Object.hasOwnProperty.call(message, "line") && message.line !== 0)
                    writer.uint32(16).uint32(message.line);
                if (message.column != null && $Object.hasOwnProperty.call(message, "column") && message.column !== 0)
                    writer.uint32(24).uint32(message.column);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(34).string(message.message);
                if (message.hint != null && $Object.hasOwnProperty.call(message, "hint") && message.hint !== "")
                    writer.uint32(42).string(message.hint);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Problem.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Problem();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.file = value;
                            else
                                delete message.file;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.line = value;
                            else
                                delete message.line;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.column = value;
                            else
                                delete message.column;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hint = value;
                            else
                                delete message.hint;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Problem.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Problem)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Problem: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.Problem();
                if (object.file != null)
                    if (typeof object.file !== "string" || object.file.length)
                        message.file = $String(object.file);
                if (object.line != null)
                    if ($Number(object.line) !== 0)
                        message.line = object.line >>> 0;
                if (object.column != null)
                    if ($Number(object.column) !== 0)
                        message.column = object.column >>> 0;
                if (object.message != null)
                    if (typeof object.message !== "string" || object.message.length)
                        message.message = $String(object.message);
                if (object.hint != null)
                    if (typeof object.hint !== "string" || object.hint.length)
                        message.hint = $String(object.hint);
                return message;
            };

            Problem.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.file = "";
                    object.line = 0;
                    object.column = 0;
                    object.message = "";
                    object.hint = "";
                }
                if (message.file != null && $Object.hasOwnProperty.call(message, "file"))
                    object.file = message.file;
                if (message.line != null && $Object.hasOwnProperty.call(message, "line"))
                    object.line = message.line;
                if (message.column != null && $Object.hasOwnProperty.call(message, "column"))
                    object.column = message.column;
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    object.message = message.message;
                if (message.hint != null && $Object.hasOwnProperty.call(message, "hint"))
                    object.hint = message.hint;
                return object;
            };

            Problem.prototype.toJSON = function() {
                return Problem.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Problem;
        })();

        v1.UpgradeReport = (function() {

            const UpgradeReport = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            UpgradeReport.prototype.from = "";
            UpgradeReport.prototype.to = "";
            UpgradeReport.prototype.pid = 0;
            UpgradeReport.prototype.readyWithinMs = 0;

            UpgradeReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from !== "")
                    writer.uint32(10).string(message.from);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== "")
                    writer.uint32(18).string(message.to);
                if (message.pid != null && $Object.hasOwnProperty.call(message, "pid") && message.pid !== 0)
                    writer.uint32(24).uint32(message.pid);
                if (message.readyWithinMs != null && $Object.hasOwnProperty.call(message, "readyWithinMs") && message.readyWithinMs !== 0)
                    writer.uint32(32).uint32(message.readyWithinMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            UpgradeReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.UpgradeReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.from = value;
                            else
                                delete message.from;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.to = value;
                            else
                                delete message.to;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pid = value;
                            else
                                delete message.pid;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.readyWithinMs = value;
                            else
                                delete message.readyWithinMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            UpgradeReport.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.UpgradeReport)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.UpgradeReport: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.UpgradeReport();
                if (object.from != null)
                    if (typeof object.from !== "string" || object.from.length)
                        message.from = $String(object.from);
                if (object.to != null)
                    if (typeof object.to !== "string" || object.to.length)
                        message.to = $String(object.to);
                if (object.pid != null)
                    if ($Number(object.pid) !== 0)
                        message.pid = object.pid >>> 0;
                if (object.readyWithinMs != null)
                    if ($Number(object.readyWithinMs) !== 0)
                        message.readyWithinMs = object.readyWithinMs >>> 0;
                return message;
            };

            UpgradeReport.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.from = "";
                    object.to = "";
                    object.pid = 0;
                    object.readyWithinMs = 0;
                }
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    object.from = message.from;
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    object.to = message.to;
                if (message.pid != null && $Object.hasOwnProperty.call(message, "pid"))
                    object.pid = message.pid;
                if (message.readyWithinMs != null && $Object.hasOwnProperty.call(message, "readyWithinMs"))
                    object.readyWithinMs = message.readyWithinMs;
                return object;
            };

            UpgradeReport.prototype.toJSON = function() {
                return UpgradeReport.toObject(this, $protobuf.util.toJSONOptions);
            };

            return UpgradeReport;
        })();

        v1.ProcessState = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "PROCESS_STATE_STOPPED"] = 0;
            values[valuesById[5] = "PROCESS_STATE_WAITING"] = 5;
            values[valuesById[10] = "PROCESS_STATE_STARTING"] = 10;
            values[valuesById[20] = "PROCESS_STATE_RUNNING"] = 20;
            values[valuesById[25] = "PROCESS_STATE_RELOADING"] = 25;
            values[valuesById[30] = "PROCESS_STATE_BACKOFF"] = 30;
            values[valuesById[40] = "PROCESS_STATE_STOPPING"] = 40;
            values[valuesById[50] = "PROCESS_STATE_PAUSED"] = 50;
            values[valuesById[100] = "PROCESS_STATE_EXITED"] = 100;
            values[valuesById[200] = "PROCESS_STATE_FATAL"] = 200;
            values[valuesById[1000] = "PROCESS_STATE_UNKNOWN"] = 1000;
            return values;
        })();

        v1.DesiredState = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "DESIRED_STATE_DOWN"] = 0;
            values[valuesById[1] = "DESIRED_STATE_UP"] = 1;
            return values;
        })();

        v1.Health = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "HEALTH_NONE"] = 0;
            values[valuesById[1] = "HEALTH_STARTING"] = 1;
            values[valuesById[2] = "HEALTH_HEALTHY"] = 2;
            values[valuesById[3] = "HEALTH_UNHEALTHY"] = 3;
            return values;
        })();

        v1.Exit = (function() {

            const Exit = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Exit.prototype.code = null;
            Exit.prototype.signal = "";
            Exit.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Exit.prototype.result = "";

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Exit.prototype, "_code", {
                get: $util.oneOfGetter($oneOfFields = ["code"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Exit.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    writer.uint32(8).int32(message.code);
                if (message.signal != null && $Object.hasOwnProperty.call(message, "signal") && message.signal !== "")
                    writer.uint32(18).string(message.signal);
                if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && (typeof message.atMs === "object" ? message.atMs.low || message.atMs.high : message.atMs !== 0))
                    writer.uint32(24).uint64(message.atMs);
                if (message.result != null && $Object.hasOwnProperty.call(message, "result") && message.result !== "")
                    writer.uint32(34).string(message.result);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Exit.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.Exit();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.code = reader.int32();
                            message._code = "code";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.signal = value;
                            else
                                delete message.signal;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.atMs = value;
                            else
                                delete message.atMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.result = value;
                            else
                                delete message.result;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Exit.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.Exit)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.Exit: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.Exit();
                if (object.code != null)
                    message.code = object.code | 0;
                if (object.signal != null)
                    if (typeof object.signal !== "string" || object.signal.length)
                        message.signal = $String(object.signal);
                if (object.atMs != null)
                    if (typeof object.atMs === "object" ? object.atMs.low || object.atMs.high : $Number(object.atMs) !== 0)
                        if ($util.Long)
                            message.atMs = $util.Long.fromValue(object.atMs, true);
                        else if (typeof object.atMs === "string")
                            message.atMs = $parseInt(object.atMs, 10);
                        else if (typeof object.atMs === "number")
                            message.atMs = object.atMs;
                        else if (typeof object.atMs === "object")
                            message.atMs = new $util.LongBits(object.atMs.low >>> 0, object.atMs.high >>> 0).toNumber(true);
                if (object.result != null)
                    if (typeof object.result !== "string" || object.result.length)
                        message.result = $String(object.result);
                return message;
            };

            Exit.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.signal = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.atMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.atMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.result = "";
                }
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    object.code = message.code;
                if (message.signal != null && $Object.hasOwnProperty.call(message, "signal"))
                    object.signal = message.signal;
                if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.atMs = typeof message.atMs === "number" ? $BigInt(message.atMs) : $util.Long.fromBits(message.atMs.low >>> 0, message.atMs.high >>> 0, true).toBigInt();
                    else if (typeof message.atMs === "number")
                        object.atMs = options.longs === $String ? $String(message.atMs) : message.atMs;
                    else
                        object.atMs = options.longs === $String ? $util.Long.prototype.toString.call(message.atMs) : options.longs === $Number ? new $util.LongBits(message.atMs.low >>> 0, message.atMs.high >>> 0).toNumber(true) : message.atMs;
                if (message.result != null && $Object.hasOwnProperty.call(message, "result"))
                    object.result = message.result;
                return object;
            };

            Exit.prototype.toJSON = function() {
                return Exit.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Exit;
        })();

        v1.ProcessStatus = (function() {

            const ProcessStatus = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ProcessStatus.prototype.id = "";
            ProcessStatus.prototype.group = "";
            ProcessStatus.prototype.enabled = false;
            ProcessStatus.prototype.state = 0;
            ProcessStatus.prototype.desired = 0;
            ProcessStatus.prototype.ready = false;
            ProcessStatus.prototype.health = 0;
            ProcessStatus.prototype.pid = null;
            ProcessStatus.prototype.startedAtMs = null;
            ProcessStatus.prototype.uptimeMs = null;
            ProcessStatus.prototype.restarts = 0;
            ProcessStatus.prototype.lastExit = null;
            ProcessStatus.prototype.reason = "";
            ProcessStatus.prototype.nextAttemptAtMs = null;
            ProcessStatus.prototype.eventSequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ProcessStatus.prototype.instance = 0;
            ProcessStatus.prototype.limitUsed = 0;
            ProcessStatus.prototype.limit = 0;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ProcessStatus.prototype, "_pid", {
                get: $util.oneOfGetter($oneOfFields = ["pid"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ProcessStatus.prototype, "_startedAtMs", {
                get: $util.oneOfGetter($oneOfFields = ["startedAtMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ProcessStatus.prototype, "_uptimeMs", {
                get: $util.oneOfGetter($oneOfFields = ["uptimeMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ProcessStatus.prototype, "_nextAttemptAtMs", {
                get: $util.oneOfGetter($oneOfFields = ["nextAttemptAtMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            ProcessStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(10).string(message.id);
                if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                    writer.uint32(18).string(message.group);
                if (message.enabled != null && $Object.hasOwnProperty.call(message, "enabled") && message.enabled !== false)
                    writer.uint32(24).bool(message.enabled);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(32).int32(message.state);
                if (message.desired != null && $Object.hasOwnProperty.call(message, "desired") && message.desired !== 0)
                    writer.uint32(40).int32(message.desired);
                if (message.ready != null && $Object.hasOwnProperty.call(message, "ready") && message.ready !== false)
                    writer.uint32(48).bool(message.ready);
                if (message.health != null && $Object.hasOwnProperty.call(message, "health") && message.health !== 0)
                    writer.uint32(56).int32(message.health);
                if (message.pid != null && $Object.hasOwnProperty.call(message, "pid"))
                    writer.uint32(64).uint32(message.pid);
                if (message.startedAtMs != null && $Object.hasOwnProperty.call(message, "startedAtMs"))
                    writer.uint32(72).uint64(message.startedAtMs);
                if (message.uptimeMs != null && $Object.hasOwnProperty.call(message, "uptimeMs"))
                    writer.uint32(80).uint64(message.uptimeMs);
                if (message.restarts != null && $Object.hasOwnProperty.call(message, "restarts") && message.restarts !== 0)
                    writer.uint32(88).uint32(message.restarts);
                if (message.lastExit != null && $Object.hasOwnProperty.call(message, "lastExit"))
                    $root.dpm.v1.Exit.encode(message.lastExit, writer.uint32(98).fork(), _depth + 1).ldelim();
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(106).string(message.reason);
                if (message.nextAttemptAtMs != null && $Object.hasOwnProperty.call(message, "nextAttemptAtMs"))
                    writer.uint32(112).uint64(message.nextAttemptAtMs);
                if (message.eventSequence != null && $Object.hasOwnProperty.call(message, "eventSequence") && (typeof message.eventSequence === "object" ? message.eventSequence.low || message.eventSequence.high : message.eventSequence !== 0))
                    writer.uint32(120).uint64(message.eventSequence);
                if (message.instance != null && $Object.hasOwnProperty.call(message, "instance") && message.instance !== 0)
                    writer.uint32(128).uint32(message.instance);
                if (message.limitUsed != null && $Object.hasOwnProperty.call(message, "limitUsed") && message.limitUsed !== 0)
                    writer.uint32(136).uint32(message.limitUsed);
                if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                    writer.uint32(144).uint32(message.limit);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ProcessStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.dpm.v1.ProcessStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.group = value;
                            else
                                delete message.group;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.enabled = value;
                            else
                                delete message.enabled;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.desired = value;
                            else
                                delete message.desired;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.ready = value;
                            else
                                delete message.ready;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.health = value;
                            else
                                delete message.health;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.pid = reader.uint32();
                            message._pid = "pid";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.startedAtMs = reader.uint64();
                            message._startedAtMs = "startedAtMs";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.uptimeMs = reader.uint64();
                            message._uptimeMs = "uptimeMs";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.restarts = value;
                            else
                                delete message.restarts;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.lastExit = $root.dpm.v1.Exit.decode(reader, reader.size(), $undefined, _depth + 1, message.lastExit);
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            message.nextAttemptAtMs = reader.uint64();
                            message._nextAttemptAtMs = "nextAttemptAtMs";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.eventSequence = value;
                            else
                                delete message.eventSequence;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.instance = value;
                            else
                                delete message.instance;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.limitUsed = value;
                            else
                                delete message.limitUsed;
                            continue;
                        }
                    case 18: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.limit = value;
                            else
                                delete message.limit;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ProcessStatus.fromObject = function (object, _depth) {
                if (object instanceof $root.dpm.v1.ProcessStatus)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".dpm.v1.ProcessStatus: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.dpm.v1.ProcessStatus();
                if (object.id != null)
                    if (typeof object.id !== "string" || object.id.length)
                        message.id = $String(object.id);
                if (object.group != null)
                    if (typeof object.group !== "string" || object.group.length)
                        message.group = $String(object.group);
                if (object.enabled != null)
                    if (object.enabled)
                        message.enabled = $Boolean(object.enabled);
                if (object.state !== 0 && (typeof object.state !== "string" || $root.dpm.v1.ProcessState[object.state] !== 0))
                    switch (object.state) {
                    case "PROCESS_STATE_STOPPED":
                    case 0:
                        message.state = 0;
                        break;
                    case "PROCESS_STATE_WAITING":
                    case 5:
                        message.state = 5;
                        break;
                    case "PROCESS_STATE_STARTING":
                    case 10:
                        message.state = 10;
                        break;
                    case "PROCESS_STATE_RUNNING":
                    case 20:
                        message.state = 20;
                        break;
                    case "PROCESS_STATE_RELOADING":
                    case 25:
                        message.state = 25;
                        break;
                    case "PROCESS_STATE_BACKOFF":
                    case 30:
                        message.state = 30;
                        break;
                    case "PROCESS_STATE_STOPPING":
                    case 40:
                        message.state = 40;
                        break;
                    case "PROCESS_STATE_PAUSED":
                    case 50:
                        message.state = 50;
                        break;
                    case "PROCESS_STATE_EXITED":
                    case 100:
                        message.state = 100;
                        break;
                    case "PROCESS_STATE_FATAL":
                    case 200:
                        message.state = 200;
                        break;
                    case "PROCESS_STATE_UNKNOWN":
                    case 1000:
                        message.state = 1000;
                        break;
                    default:
                        if (typeof object.state === "number" && (object.state | 0) === object.state)
                            message.state = object.state;
                    }
                if (object.desired !== 0 && (typeof object.desired !== "string" || $root.dpm.v1.DesiredState[object.desired] !== 0))
                    switch (object.desired) {
                    case "DESIRED_STATE_DOWN":
                    case 0:
                        message.desired = 0;
                        break;
                    case "DESIRED_STATE_UP":
                    case 1:
                        message.desired = 1;
                        break;
                    default:
                        if (typeof object.desired === "number" && (object.desired | 0) === object.desired)
                            message.desired = object.desired;
                    }
                if (object.ready != null)
                    if (object.ready)
                        message.ready = $Boolean(object.ready);
                if (object.health !== 0 && (typeof object.health !== "string" || $root.dpm.v1.Health[object.health] !== 0))
                    switch (object.health) {
                    case "HEALTH_NONE":
                    case 0:
                        message.health = 0;
                        break;
                    case "HEALTH_STARTING":
                    case 1:
                        message.health = 1;
                        break;
                    case "HEALTH_HEALTHY":
                    case 2:
                        message.health = 2;
                        break;
                    case "HEALTH_UNHEALTHY":
                    case 3:
                        message.health = 3;
                        break;
                    default:
                        if (typeof object.health === "number" && (object.health | 0) === object.health)
                            message.health = object.health;
                    }
                if (object.pid != null)
                    message.pid = object.pid >>> 0;
                if (object.startedAtMs != null)
                    if ($util.Long)
                        message.startedAtMs = $util.Long.fromValue(object.startedAtMs, true);
                    else if (typeof object.startedAtMs === "string")
                        message.startedAtMs = $parseInt(object.startedAtMs, 10);
                    else if (typeof object.startedAtMs === "number")
                        message.startedAtMs = object.startedAtMs;
                    else if (typeof object.startedAtMs === "object")
                        message.startedAtMs = new $util.LongBits(object.startedAtMs.low >>> 0, object.startedAtMs.high >>> 0).toNumber(true);
                if (object.uptimeMs != null)
                    if ($util.Long)
                        message.uptimeMs = $util.Long.fromValue(object.uptimeMs, true);
                    else if (typeof object.uptimeMs === "string")
                        message.uptimeMs = $parseInt(object.uptimeMs, 10);
                    else if (typeof object.uptimeMs === "number")
                        message.uptimeMs = object.uptimeMs;
                    else if (typeof object.uptimeMs === "object")
                        message.uptimeMs = new $util.LongBits(object.uptimeMs.low >>> 0, object.uptimeMs.high >>> 0).toNumber(true);
                if (object.restarts != null)
                    if ($Number(object.restarts) !== 0)
                        message.restarts = object.restarts >>> 0;
                if (object.lastExit != null) {
                    if (!$util.isObject(object.lastExit))
                        throw $TypeError(".dpm.v1.ProcessStatus.lastExit: object expected");
                    message.lastExit = $root.dpm.v1.Exit.fromObject(object.lastExit, _depth + 1);
                }
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                if (object.nextAttemptAtMs != null)
                    if ($util.Long)
                        message.nextAttemptAtMs = $util.Long.fromValue(object.nextAttemptAtMs, true);
                    else if (typeof object.nextAttemptAtMs === "string")
                        message.nextAttemptAtMs = $parseInt(object.nextAttemptAtMs, 10);
                    else if (typeof object.nextAttemptAtMs === "number")
                        message.nextAttemptAtMs = object.nextAttemptAtMs;
                    else if (typeof object.nextAttemptAtMs === "object")
                        message.nextAttemptAtMs = new $util.LongBits(object.nextAttemptAtMs.low >>> 0, object.nextAttemptAtMs.high >>> 0).toNumber(true);
                if (object.eventSequence != null)
                    if (typeof object.eventSequence === "object" ? object.eventSequence.low || object.eventSequence.high : $Number(object.eventSequence) !== 0)
                        if ($util.Long)
                            message.eventSequence = $util.Long.fromValue(object.eventSequence, true);
                        else if (typeof object.eventSequence === "string")
                            message.eventSequence = $parseInt(object.eventSequence, 10);
                        else if (typeof object.eventSequence === "number")
                            message.eventSequence = object.eventSequence;
                        else if (typeof object.eventSequence === "object")
                            message.eventSequence = new $util.LongBits(object.eventSequence.low >>> 0, object.eventSequence.high >>> 0).toNumber(true);
                if (object.instance != null)
                    if ($Number(object.instance) !== 0)
                        message.instance = object.instance >>> 0;
                if (object.limitUsed != null)
                    if ($Number(object.limitUsed) !== 0)
                        message.limitUsed = object.limitUsed >>> 0;
                if (object.limit != null)
                    if ($Number(object.limit) !== 0)
                        message.limit = object.limit >>> 0;
                return message;
            };

            ProcessStatus.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.id = "";
                    object.group = "";
                    object.enabled = false;
                    object.state = options.enums === $String ? "PROCESS_STATE_STOPPED" : 0;
                    object.desired = options.enums === $String ? "DESIRED_STATE_DOWN" : 0;
                    object.ready = false;
                    object.health = options.enums === $String ? "HEALTH_NONE" : 0;
                    object.restarts = 0;
                    object.lastExit = null;
                    object.reason = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.eventSequence = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.eventSequence = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.instance = 0;
                    object.limitUsed = 0;
                    object.limit = 0;
                }
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    object.id = message.id;
                if (message.group != null && $Object.hasOwnProperty.call(message, "group"))
                    object.group = message.group;
                if (message.enabled != null && $Object.hasOwnProperty.call(message, "enabled"))
                    object.enabled = message.enabled;
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    object.state = options.enums === $String ? $root.dpm.v1.ProcessState[message.state] === $undefined ? message.state : $root.dpm.v1.ProcessState[message.state] : message.state;
                if (message.desired != null && $Object.hasOwnProperty.call(message, "desired"))
                    object.desired = options.enums === $String ? $root.dpm.v1.DesiredState[message.desired] === $undefined ? message.desired : $root.dpm.v1.DesiredState[message.desired] : message.desired;
                if (message.ready != null && $Object.hasOwnProperty.call(message, "ready"))
                    object.ready = message.ready;
                if (message.health != null && $Object.hasOwnProperty.call(message, "health"))
                    object.health = options.enums === $String ? $root.dpm.v1.Health[message.health] === $undefined ? message.health : $root.dpm.v1.Health[message.health] : message.health;
                if (message.pid != null && $Object.hasOwnProperty.call(message, "pid"))
                    object.pid = message.pid;
                if (message.startedAtMs != null && $Object.hasOwnProperty.call(message, "startedAtMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.startedAtMs = typeof message.startedAtMs === "number" ? $BigInt(message.startedAtMs) : $util.Long.fromBits(message.startedAtMs.low >>> 0, message.startedAtMs.high >>> 0, true).toBigInt();
                    else if (typeof message.startedAtMs === "number")
                        object.startedAtMs = options.longs === $String ? $String(message.startedAtMs) : message.startedAtMs;
                    else
                        object.startedAtMs = options.longs === $String ? $util.Long.prototype.toString.call(message.startedAtMs) : options.longs === $Number ? new $util.LongBits(message.startedAtMs.low >>> 0, message.startedAtMs.high >>> 0).toNumber(true) : message.startedAtMs;
                if (message.uptimeMs != null && $Object.hasOwnProperty.call(message, "uptimeMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.uptimeMs = typeof message.uptimeMs === "number" ? $BigInt(message.uptimeMs) : $util.Long.fromBits(message.uptimeMs.low >>> 0, message.uptimeMs.high >>> 0, true).toBigInt();
                    else if (typeof message.uptimeMs === "number")
                        object.uptimeMs = options.longs === $String ? $String(message.uptimeMs) : message.uptimeMs;
                    else
                        object.uptimeMs = options.longs === $String ? $util.Long.prototype.toString.call(message.uptimeMs) : options.longs === $Number ? new $util.LongBits(message.uptimeMs.low >>> 0, message.uptimeMs.high >>> 0).toNumber(true) : message.uptimeMs;
                if (message.restarts != null && $Object.hasOwnProperty.call(message, "restarts"))
                    object.restarts = message.restarts;
                if (message.lastExit != null && $Object.hasOwnProperty.call(message, "lastExit"))
                    object.lastExit = $root.dpm.v1.Exit.toObject(message.lastExit, options, _depth + 1);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.nextAttemptAtMs != null && $Object.hasOwnProperty.call(message, "nextAttemptAtMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.nextAttemptAtMs = typeof message.nextAttemptAtMs === "number" ? $BigInt(message.nextAttemptAtMs) : $util.Long.fromBits(message.nextAttemptAtMs.low >>> 0, message.nextAttemptAtMs.high >>> 0, true).toBigInt();
                    else if (typeof message.nextAttemptAtMs === "number")
                        object.nextAttemptAtMs = options.longs === $String ? $String(message.nextAttemptAtMs) : message.nextAttemptAtMs;
                    else
                        object.nextAttemptAtMs = options.longs === $String ? $util.Long.prototype.toString.call(message.nextAttemptAtMs) : options.longs === $Number ? new $util.LongBits(message.nextAttemptAtMs.low >>> 0, message.nextAttemptAtMs.high >>> 0).toNumber(true) : message.nextAttemptAtMs;
                if (message.eventSequence != null && $Object.hasOwnProperty.call(message, "eventSequence"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventSequence = typeof message.eventSequence === "number" ? $BigInt(message.eventSequence) : $util.Long.fromBits(message.eventSequence.low >>> 0, message.eventSequence.high >>> 0, true).toBigInt();
                    else if (typeof message.eventSequence === "number")
                        object.eventSequence = options.longs === $String ? $String(message.eventSequence) : message.eventSequence;
                    else
                        object.eventSequence = options.longs === $String ? $util.Long.prototype.toString.call(message.eventSequence) : options.longs === $Number ? new $util.LongBits(message.eventSequence.low >>> 0, message.eventSequence.high >>> 0).toNumber(true) : message.eventSequence;
                if (message.instance != null && $Object.hasOwnProperty.call(message, "instance"))
                    object.instance = message.instance;
                if (message.limitUsed != null && $Object.hasOwnProperty.call(message, "limitUsed"))
                    object.limitUsed = message.limitUsed;
                if (message.limit != null && $Object.hasOwnProperty.call(message, "limit"))
                    object.limit = message.limit;
                return object;
            };

            ProcessStatus.prototype.toJSON = function() {
                return ProcessStatus.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ProcessStatus;
        })();

        return v1;
    })();

    return dpm;
})();

export {
  $root as default
};
