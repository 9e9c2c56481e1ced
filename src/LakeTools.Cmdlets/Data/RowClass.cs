using System.Reflection;
using System.Reflection.Emit;
using LakeTools.Core.Data.Rows;

namespace LakeTools.Cmdlets.Data;

/// <summary>
/// Creates the class of rows with given columns: a field for each column, of its type, with a bit for null if the type has none, and a
/// property for each column that accepts any value. Fields are as small as possible, because rows are many. Each class is in its own
/// assembly, so that all have the same name: views and saved objects then know one type of rows.
/// </summary>
/// <remarks>
/// The assembly cannot be unloaded. PowerShell keeps the metadata of a class until the process ends, so unloading would not help,
/// and code that can be unloaded is slower.
/// </remarks>
internal sealed class RowClass
{
    private const string ClassName = "LakeTools.Row";
    private const int BitsInMask = 64;
    private const MethodAttributes Accessor = MethodAttributes.Public | MethodAttributes.SpecialName | MethodAttributes.HideBySig;
    private const BindingFlags OfBase = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly MethodInfo s_tryGetSet = typeof(LakeRow).GetMethod("TryGetSet", OfBase, [typeof(int),
        typeof(object).MakeByRefType()])!;
    private static readonly MethodInfo s_set = typeof(LakeRow).GetMethod("Set", OfBase)!;
    private static readonly MethodInfo s_shown = typeof(LakeRow).GetMethod("Shown", OfBase)!;
    private static readonly MethodInfo s_fill = typeof(LakeRow).GetMethod("Fill", OfBase)!;
    private static readonly MethodInfo s_sharedData = typeof(LakeRow).GetMethod("SharedData", OfBase)!;

    private readonly TypeBuilder _type;
    private readonly FieldBuilder[] _fields;
    private readonly FieldBuilder[] _masks;
    private readonly FieldBuilder _shape;
    private readonly int[] _bits; // of each column; -1 where null is a value of the field

    private RowClass(IReadOnlyList<string> names, IReadOnlyList<Type> columns)
    {
        _type = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(ClassName), AssemblyBuilderAccess.Run)
            .DefineDynamicModule(ClassName)
            .DefineType(ClassName, TypeAttributes.Public | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit, typeof(LakeRow));
        _bits = new int[names.Count];
        var bits = 0;
        for (var i = 0; i < _bits.Length; i++) _bits[i] = CellType(columns[i]).IsValueType ? bits++ : -1;
        _fields = [.. columns.Select((column, i) => _type.DefineField($"f{i}", CellType(column), FieldAttributes.Private))];
        _masks = new FieldBuilder[(bits + BitsInMask - 1) / BitsInMask];
        for (var i = 0; i < _masks.Length; i++) _masks[i] = _type.DefineField($"m{i}", MaskType(bits), FieldAttributes.Private);
        _shape = _type.DefineField("shape", typeof(object), FieldAttributes.Private | FieldAttributes.Static);
    }

    /// <summary>Makes a class, and the data that its rows share.</summary>
    /// <param name="names">The columns, which differ also where case does not count.</param>
    /// <param name="cells">The types of the columns' cells: classes derived from <see cref="CellColumn"/>.</param>
    /// <param name="columns">The metadata of the rows' source. Null if each value has its own type.</param>
    /// <returns>The data, with what makes a row of the cells of a batch.</returns>
    public static RowShape Make(IReadOnlyList<string> names, IReadOnlyList<Type> cells, IReadOnlyList<DataColumn>? columns)
    {
        var made = new RowClass(names, cells);
        var getters = names.Select((name, i) => made.AddProperty(name, i)).ToArray();
        made.AddFill(getters);
        made.AddSharedData();
        made.AddMake(cells);
        var type = made._type.CreateType();
        var shape = new RowShape(names, columns, type.GetMethod(nameof(Make), BindingFlags.NonPublic | BindingFlags.Static)!
            .CreateDelegate<Func<CellColumn[], int, LakeRow>>());
        type.GetField(made._shape.Name, BindingFlags.NonPublic | BindingFlags.Static)!.SetValue(null, shape);
        return shape;
    }

    private static Type MaskType(int bits) => bits switch
    {
        <= 8 => typeof(byte),
        <= 16 => typeof(ushort),
        <= 32 => typeof(uint),
        _ => typeof(ulong),
    };

    private static Type CellType(Type column) => column.GetGenericArguments()[0];

    private MethodBuilder AddProperty(string name, int place)
    {
        var property = _type.DefineProperty(name, PropertyAttributes.None, typeof(object), null);
        var get = _type.DefineMethod("get_" + name, Accessor, typeof(object), null);
        var il = get.GetILGenerator();
        il.DeclareLocal(typeof(object));
        var isRead = il.DefineLabel();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, place);
        il.Emit(OpCodes.Ldloca_S, (byte)0);
        il.Emit(OpCodes.Call, s_tryGetSet);
        il.Emit(OpCodes.Brfalse_S, isRead);
        il.Emit(OpCodes.Ldloc_0);
        il.Emit(OpCodes.Ret);
        il.MarkLabel(isRead);
        EmitRead(il, place);
        il.Emit(OpCodes.Ret);
        var set = _type.DefineMethod("set_" + name, Accessor, null, [typeof(object)]);
        il = set.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, place);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Call, s_set);
        il.Emit(OpCodes.Ret);
        property.SetGetMethod(get);
        property.SetSetMethod(set);
        return get;
    }

    private void EmitRead(ILGenerator il, int place)
    {
        var isNull = il.DefineLabel();
        if (_bits[place] >= 0)
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, _masks[_bits[place] / BitsInMask]);
            il.Emit(OpCodes.Conv_U8);
            il.Emit(OpCodes.Ldc_I8, 1L << (_bits[place] % BitsInMask));
            il.Emit(OpCodes.And);
            il.Emit(OpCodes.Brfalse_S, isNull);
        }

        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, _fields[place]);
        if (_bits[place] < 0) return;
        il.Emit(OpCodes.Box, _fields[place].FieldType);
        il.Emit(OpCodes.Ret);
        il.MarkLabel(isNull);
        il.Emit(OpCodes.Ldnull);
    }

    private void AddFill(MethodBuilder[] getters)
    {
        var il = _type.DefineMethod(s_fill.Name, MethodAttributes.Family | MethodAttributes.Virtual | MethodAttributes.HideBySig, null,
            [typeof(object[])]).GetILGenerator();
        for (var i = 0; i < getters.Length; i++)
        {
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Ldc_I4, i);
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Call, getters[i]);
            il.Emit(OpCodes.Stelem_Ref);
        }

        il.Emit(OpCodes.Ret);
    }

    private void AddSharedData()
    {
        var il = _type.DefineMethod(s_sharedData.Name, MethodAttributes.Family | MethodAttributes.Virtual | MethodAttributes.HideBySig,
            typeof(object), null).GetILGenerator();
        il.Emit(OpCodes.Ldsfld, _shape);
        il.Emit(OpCodes.Ret);
    }

    private void AddMake(IReadOnlyList<Type> columns)
    {
        var constructor = _type.DefineDefaultConstructor(MethodAttributes.Private);
        var method = _type.DefineMethod(nameof(Make), MethodAttributes.Private | MethodAttributes.Static, typeof(LakeRow),
            [typeof(CellColumn[]), typeof(int)]);

        // It runs for every row: it is compiled at its best from the first call on.
        method.SetImplementationFlags(MethodImplAttributes.AggressiveOptimization);
        var il = method.GetILGenerator();
        var row = il.DeclareLocal(_type);
        il.Emit(OpCodes.Newobj, constructor);
        il.Emit(OpCodes.Stloc, row);
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            il.Emit(OpCodes.Ldloc, row);
            EmitColumn(il, i, column);
            il.Emit(OpCodes.Call, column.GetMethod("ValueOf")!);
            if (_fields[i].FieldType == typeof(object)) il.Emit(OpCodes.Call, s_shown);
            il.Emit(OpCodes.Stfld, _fields[i]);
            if (_bits[i] >= 0) EmitBit(il, row, i, column);
        }

        il.Emit(OpCodes.Ldloc, row);
        il.Emit(OpCodes.Ret);
    }

    // The column, and the row's place in it.
    private static void EmitColumn(ILGenerator il, int place, Type column)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, place);
        il.Emit(OpCodes.Ldelem_Ref);
        il.Emit(OpCodes.Castclass, column);
        il.Emit(OpCodes.Ldarg_1);
    }

    private void EmitBit(ILGenerator il, LocalBuilder row, int place, Type column)
    {
        var mask = _masks[_bits[place] / BitsInMask];
        il.Emit(OpCodes.Ldloc, row);
        il.Emit(OpCodes.Ldloc, row);
        il.Emit(OpCodes.Ldfld, mask);
        il.Emit(OpCodes.Conv_U8);
        EmitColumn(il, place, column);
        il.Emit(OpCodes.Call, column.GetMethod("HasValue")!);
        il.Emit(OpCodes.Conv_U8);
        il.Emit(OpCodes.Ldc_I4, _bits[place] % BitsInMask);
        il.Emit(OpCodes.Shl);
        il.Emit(OpCodes.Or);
        il.Emit(Type.GetTypeCode(mask.FieldType) switch
        {
            TypeCode.Byte => OpCodes.Conv_U1,
            TypeCode.UInt16 => OpCodes.Conv_U2,
            TypeCode.UInt32 => OpCodes.Conv_U4,
            _ => OpCodes.Conv_U8,
        });
        il.Emit(OpCodes.Stfld, mask);
    }
}
