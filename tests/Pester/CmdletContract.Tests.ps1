BeforeDiscovery {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $commands = Get-Command -Module LakeTools -CommandType Cmdlet | ForEach-Object { @{ Name = $_.Name; Command = $_ } }
    # Those that only read, or change this session alone.
    $reading = 'Get', 'Find', 'Test', 'Compare', 'Format', 'Wait', 'Import', 'Connect', 'Disconnect'
    $alsoReading = 'New-LakePassword', 'Invoke-LakeQuery', 'Start-LakeQuery', 'Receive-LakeQuery'
    $changing = $commands | Where-Object { $_.Command.Verb -notin $reading -and $_.Name -notin $alsoReading }
    $undoable = $changing | Where-Object { $_.Command.Verb -in 'Remove', 'Unregister' }
    $passing = $commands | Where-Object { $_.Command.Verb -in 'Set', 'Add', 'Grant', 'Revoke', 'Register', 'Send', 'Copy' }
    $emitting = $commands | Where-Object {
        $_.Command.Verb -in 'Get', 'Find', 'Test', 'Compare', 'Format', 'Wait', 'Import', 'New' -or $_.Command.Parameters.ContainsKey('PassThru')
    }
    # What an empty variable must not make 'all': the criteria of reading commands, and the catalog of each.
    $exporting = 'Export-LakeReport', 'Export-LakeDefinition'
    $criteria = foreach ($item in $commands) {
        $names = $item.Command.Parameters.Values | Where-Object {
            $isText = $_.ParameterType -in [string], [string[]] -or [System.Collections.IDictionary].IsAssignableFrom($_.ParameterType)
            $isCriterion = $item.Command.Verb -in 'Get', 'Find', 'Test', 'Wait', 'Import' -or $item.Name -in $exporting
            $isMandatory = -not ($_.ParameterSets.Values | Where-Object { -not $_.IsMandatory })
            $isText -and -not $isMandatory -and ($isCriterion -or $_.Name -eq 'CatalogId')
        }
        # Values of a definition; what Get-LakePermission itself says; refused by the command, where each id can also be piped
        $other = [System.Management.Automation.Cmdlet]::CommonParameters +
            @('Parameter', 'ResourceKind', $(if ($item.Name -eq 'Get-LakeSecretInfo') { 'Id' }))
        foreach ($name in $names.Name | Where-Object { $_ -notin $other }) { @{ Name = $item.Name; Command = $item.Command; Parameter = $name } }
    }
    $words = foreach ($item in $commands) {
        $enums = $item.Command.Parameters.Values | Where-Object {
            $type = [Nullable]::GetUnderlyingType($_.ParameterType) ?? $_.ParameterType
            ($type.IsEnum -or $type.GetElementType().IsEnum) -and $_.Name -notin [System.Management.Automation.Cmdlet]::CommonParameters
        }
        foreach ($name in $enums.Name) { @{ Name = $item.Name; Command = $item.Command; Parameter = $name } }
    }
    # What '' removes, and $null, which PowerShell makes '' of, must not.
    $removable = foreach ($item in $commands) {
        foreach ($parameter in $item.Command.Parameters.Values | Where-Object ParameterType -EQ ([string])) {
            $kinds = $parameter.Attributes.ForEach({ $_.GetType().Name })
            if ($kinds -contains 'AllowEmptyStringAttribute' -and $kinds -notcontains 'AllowNullAttribute') {
                @{ Name = $item.Name; Command = $item.Command; Parameter = $parameter.Name }
            }
        }
    }
    $several = $commands | Where-Object { $_.Command.ParameterSets.Count -gt 1 }
    # Those that reach no lake, or choose one.
    $connected = $commands | Where-Object { $_.Name -notin 'Connect-Lake', 'Disconnect-Lake', 'Test-LakeDefinition', 'Format-LakePlan' }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $approved = (Get-Verb).Verb
}

Describe 'The manifest' {
    It 'exports every cmdlet that the code has, and no other' {
        $manifest = Import-PowerShellDataFile "$root/module/LakeTools.psd1"
        $inCode = Get-ChildItem "$root/src/LakeTools.Cmdlets" -Recurse -Filter *Command.cs | ForEach-Object {
            if ((Get-Content $_.FullName -Raw) -match '\[Cmdlet\(\s*(?:Verbs\w+\.)"?(\w+)"?,\s*"(\w+)"') { "$($Matches[1])-$($Matches[2])" }
        }
        $inCode | Sort-Object | Should -Be ($manifest.CmdletsToExport | Sort-Object)
    }

    It 'exports every alias, none of which hides another command' {
        $manifest = Import-PowerShellDataFile "$root/module/LakeTools.psd1"
        foreach ($alias in $manifest.AliasesToExport) { (Get-Alias $alias).Source | Should -Be 'LakeTools' }
    }

    It 'takes no name that PowerShell has' {
        $standard = [initialsessionstate]::CreateDefault2().Commands.Name
        $manifest = Import-PowerShellDataFile "$root/module/LakeTools.psd1"
        @($manifest.AliasesToExport) + @($manifest.CmdletsToExport) | Where-Object { $_ -in $standard } | Should -BeNullOrEmpty
    }
}

Describe '<Name>' -ForEach $commands {
    It 'has an approved verb and a noun of ours' {
        $Command.Verb | Should -BeIn $approved
        $Command.Noun | Should -Match '^(Lake|Glue)[A-Za-z]*$'
        $Command.Noun | Should -Not -Match '[^s]s$' -Because 'nouns are in the singular'
    }

    It 'has switches that say what is done' {
        # PowerShell's own word; a file without a header; a connection beside the default one; folders that stay folders
        $allowed = 'NoClobber', 'NoHeader', 'NoDefault', 'NoPartition'
        $switches = $Command.Parameters.Values | Where-Object ParameterType -EQ ([switch])
        $switches.Name -match '^(No|Not|Dont|Disable|Without)[A-Z]' | Where-Object { $_ -notin $allowed } | Should -BeNullOrEmpty
    }

    It 'has parameters in the singular' {
        # Numbers of things; a name in the singular
        $allowed = 'MaxRetries', 'MaxConcurrentRuns', 'NumberOfWorkers', 'TimeoutSeconds', 'DurationSeconds', 'Days', 'RecoveryDays', 'NotifyDelayMinutes',
            'AutomaticallyAfterDays', 'As', 'PrivateDns', 'Status'
        @($Command.Parameters.Keys) -match '[^s]s$' | Where-Object { $_ -notin $allowed -and $_ -notin [System.Management.Automation.Cmdlet]::CommonParameters } |
            Should -BeNullOrEmpty
    }

    It 'has a page with its synopsis and two examples' {
        $page = "$root/docs/$Name.md"
        $page | Should -Exist
        $text = Get-Content $page -Raw
        $text | Should -Match '(?m)^## Synopsis$'
        ([regex]::Matches(($text -split '(?m)^## Examples$')[1], '(?m)^### ')).Count | Should -BeGreaterOrEqual 2
    }

    It 'has a page that names every parameter but the common ones, and no other' {
        $common = 'Verbose', 'Debug', 'ErrorAction', 'WarningAction', 'InformationAction', 'ProgressAction', 'ErrorVariable', 'WarningVariable',
            'InformationVariable', 'OutVariable', 'OutBuffer', 'PipelineVariable', 'WhatIf', 'Confirm'
        $parameters = $Command.Parameters.Keys | Where-Object { $_ -notin $common } | Sort-Object
        $section = ((Get-Content "$root/docs/$Name.md" -Raw) -split '(?m)^## Parameters$')[1] -split '(?m)^## ' | Select-Object -First 1
        $named = [regex]::Matches($section, '(?m)^### -(\w+)') | ForEach-Object { $_.Groups[1].Value } |
            Where-Object { $_ -notin $common } | Sort-Object
        $texts = Get-Content "$root/docs/common-parameters.md" | Where-Object { $_ -match '^### -(\w+)$' } | ForEach-Object { $Matches[1] }
        "$named" | Should -Be "$($parameters | Where-Object { $_ -in $named -or $_ -notin $texts })"
    }
}

Describe '<Name> -<Parameter>' -ForEach $criteria {
    It 'is refused where an empty value is typed' {
        $property = $Command.ImplementingType.GetProperty($Parameter)
        $names = [Attribute]::GetCustomAttributes([System.Reflection.MemberInfo] $property, $true).ForEach({ $_.GetType().Name })
        $names -match '^(Validate(NotNullOrEmpty|NotNull|Set|Pattern)|NotEmptyIfTyped)Attribute$' | Should -Not -BeNullOrEmpty
    }
}

Describe '<Name> -<Parameter>' -ForEach $words {
    It 'reads words with a comma as a list, or not at all' {
        # PowerShell reads them as the bitwise OR of their values, which is the value of another word.
        $property = $Command.ImplementingType.GetProperty($Parameter)
        $reader = [Attribute]::GetCustomAttributes([System.Reflection.MemberInfo] $property, [LakeTools.Cmdlets.EnumWordAttribute])
        $type = $Command.Parameters[$Parameter].ParameterType
        $reader.Type | Should -Be ([Nullable]::GetUnderlyingType($type) ?? $type)
        if ($type.IsArray) { $reader.Transform($null, 'A,B') | Should -Be 'A', 'B' }
        else { { $reader.Transform($null, 'A,B') } | Should -Throw -ErrorId ArgumentTransformationMetadataException }
    }
}

Describe '<Name> -<Parameter>' -ForEach $removable {
    It 'tells $null, such as an unset variable, from empty text' {
        $Command.Parameters[$Parameter].Attributes.ForEach({ $_.GetType().Name }) | Should -Contain NotNullTextAttribute
    }
}

Describe '<Name> changes things' -ForEach $changing {
    It 'has -WhatIf and -Confirm' {
        $Command | Should -HaveParameter WhatIf
        $Command | Should -HaveParameter Confirm
    }
}

Describe '<Name> cannot be undone' -ForEach $undoable {
    It 'asks first' {
        $attribute = $Command.ImplementingType.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)
        $attribute.ConfirmImpact | Should -Be High
    }
}

Describe '<Name> removes things' -ForEach $undoable {
    It 'asks no question with -Force' { $Command.Parameters['Force'].ParameterType | Should -Be ([switch]) }
}

Describe '<Name> changes what is there' -ForEach $passing {
    It 'emits it with -PassThru' { $Command.Parameters['PassThru'].ParameterType | Should -Be ([switch]) }
}

Describe '<Name> emits' -ForEach $emitting {
    It 'says what' { $Command.OutputType | Should -Not -BeNullOrEmpty }
}

Describe '<Name> has several parameter sets' -ForEach $several {
    It 'has a default one' { $Command.DefaultParameterSet | Should -BeIn $Command.ParameterSets.Name }

    It 'reaches each of them by a parameter of its own' {
        # A default set that has every parameter is taken always: the others show which parameters belong together.
        $default = $Command.ParameterSets.Where({ $_.IsDefault })[0]
        if (-not ($Command.ParameterSets.Parameters.Name | Where-Object { $_ -notin $default.Parameters.Name })) { return }
        foreach ($set in $Command.ParameterSets | Where-Object { -not $_.IsDefault }) {
            foreach ($other in $Command.ParameterSets | Where-Object Name -NE $set.Name) {
                $own = $set.Parameters | Where-Object { $_.Name -notin $other.Parameters.Name }
                $own | Should -Not -BeNullOrEmpty -Because "$($set.Name) and $($other.Name)"
            }
        }
    }
}

Describe '<Name> talks to a lake' -ForEach $connected {
    It 'takes -Connection' { $Command.Parameters['Connection'].ParameterType.FullName | Should -Be 'LakeTools.LakeConnection' }
}

Describe 'The module' {
    It 'keeps the command of its own script to itself' {
        Get-Module LakeTools | Should -Not -BeNullOrEmpty
        Get-Command Import-LakeAssembly -ErrorAction Ignore | Should -BeNullOrEmpty
    }
}
