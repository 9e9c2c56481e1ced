# Input that is merely wrong is an error with an ID of its own, and not an unexpected one.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $common = [System.Management.Automation.Cmdlet]::CommonParameters
    # Empty items of data are values: those of partitions, of definitions and of queries.
    $lists = foreach ($command in Get-Command -Module LakeTools | Where-Object CommandType -EQ Cmdlet) {
        foreach ($parameter in $command.Parameters.Values | Where-Object Name -NotIn $common) {
            $rules = $parameter.Attributes
            if ($parameter.ParameterType -ne [string[]] -or $rules.Where{ $_ -is [System.Management.Automation.ArgumentTransformationAttribute] } -or
                $rules.Where{ $_ -is [System.Management.Automation.AllowNullAttribute] }) { continue }
            @{ Name = $command.Name; Parameter = $parameter.Name; Command = $command }
        }
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $work = Join-Path $TestDrive work
    $null = New-Item -ItemType Directory $work
    Set-Content "$work/rows.csv" 'id', '1'
    Set-Content "$work/d.yaml" 'lake: 1', 'name: d', 'databases: { d9: {} }', 'owns: [{ database: d9 }]'
    $lake = Join-Path $TestDrive lake
    Connect-Lake -Local $lake
    $null = New-LakeBucket plain
    $null = New-GlueDatabase d1
    $null = New-GlueTable d1 t1 -Column 'a:int', 'b:int' -Location s3://plain/t1/
    $null = New-GlueTable d1 ice -Column 'a:int', 'b:int' -Format Iceberg -Location s3://plain/ice/
}

AfterAll { Disconnect-Lake }

Describe 'Wrong input' {
    It 'is a known error: <Name>' -ForEach @(
        @{ Name = 'RemoveColumn'; Id = 'ResourceNameEmpty'; Do = { Set-GlueTable d1 t1 -RemoveColumn @($null) -Description x } }
        @{ Name = 'PartitionKey'; Id = 'ResourceNameEmpty'; Do = { Set-GlueTable d1 ice -PartitionKey @($null) } }
        @{ Name = 'ManagedPolicyArn'; Id = 'ResourceNameEmpty'; Do = { New-LakeRole q1 -ManagedPolicyArn @($null) } }
        @{ Name = 'TrustedResourceOwner'; Id = 'ResourceNameEmpty'; Do = { Set-LakeSetting -TrustedResourceOwner @($null) } }
        @{ Name = 'ExcludedPermission'; Id = 'ResourceNameEmpty'; Do = { Compare-LakeDefinition "$work/d.yaml" -ExcludedPermission @($null) } }
        @{ Name = 'a null of the pipeline'; Id = 'InputPropertyInvalid'; Do = { $null | Compare-LakeDefinition "$work/d.yaml" } }
        @{ Name = 'RenameColumn'; Id = 'KeysMeet'
           Do = { $names = [hashtable]::new([StringComparer]::Ordinal); $names.a = 'x'; $names.A = 'y'; Set-GlueTable d1 ice -RenameColumn $names } }
        @{ Name = 'ContentType'; Id = 'ContentTypeInvalid'; Do = { Send-LakeObject "$work/rows.csv" s3://plain/ -ContentType text } }
    ) {
        $ErrorActionPreference = 'Stop'
        $Do | Should -Throw -ErrorId "LakeTools.$Id,*"
        Get-LakeObject s3://plain/rows* | Should -BeNullOrEmpty
        (Get-GlueTable d1 t1).Column.Name | Should -Be 'a', 'b'
    }

    It 'is sent with a media type that has parameters' {
        Send-LakeObject "$work/rows.csv" s3://plain/ok/ -ContentType 'text/csv; charset=utf-8'
        Get-LakeObject s3://plain/ok/rows.csv | Should -HaveCount 1
    }
}

Describe '<Name> -<Parameter> with a null in the list' -ForEach $lists {
    It 'is an error before any call' {
        $set = $Command.ParameterSets | Where-Object { $_.Parameters.Name -contains $Parameter } | Select-Object -First 1
        $values = @{ $Parameter = 'x', $null }
        foreach ($item in $set.Parameters | Where-Object { $_.IsMandatory -and $_.Name -ne $Parameter }) {
            $type = if ($item.ParameterType.IsArray) { $item.ParameterType.GetElementType() } else { $item.ParameterType }
            $values[$item.Name] = switch ($type) {
                ([switch]) { $true }
                ([int]) { 1 }
                ([System.Collections.IDictionary]) { @{ x = 'y' } }
                default { if ($_.IsEnum) { [enum]::GetNames($_)[0] } elseif ($item.Attributes.ValidValues) { $item.Attributes.ValidValues[0] } else { 'x' } }
            }
        }
        if ($Command.Parameters.ContainsKey('WhatIf')) { $values.WhatIf = $true }
        $failed = $null
        try { $null = & $Name @values -ErrorAction SilentlyContinue -ErrorVariable failed } catch { $failed = $_ }
        $failed[0].FullyQualifiedErrorId | Should -Match '^(LakeTools\.ResourceNameEmpty|ParameterArgument(Validation|Transformation)Error)'
    }
}

Describe 'A prompt without an input' {
    It 'is an error that says how to go on, and changes nothing' {
        Set-Content "$work/remove.ps1" @"
Import-Module '$PSScriptRoot/../../out/LakeTools'
Connect-Lake -Local '$lake'
try { Remove-GlueTable d1 t1 -ErrorAction Stop } catch { "id: `$(`$_.FullyQualifiedErrorId)" }
"@
        . "$PSScriptRoot/_samples/Pwsh.ps1"
        $quote = $IsWindows ? '"' : "'"
        $program = (Get-Pwsh | ForEach-Object { $quote + $_ + $quote }) -join ' '
        $line = "$program -NoProfile -File $quote$work/remove.ps1$quote < $($IsWindows ? 'NUL' : '/dev/null')"
        $said = if ($IsWindows) { cmd /c $line } else { sh -c $line }
        $said | Select-Object -Last 1 | Should -BeLike '*id: LakeTools.ConfirmationImpossible,LakeTools.Cmdlets.Catalog.RemoveGlueTableCommand'
        (Get-GlueTable d1 t1).Name | Should -Be 't1'
    }
}
