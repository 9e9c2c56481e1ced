BeforeDiscovery {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $commands = Get-Command -Module LakeTools -CommandType Cmdlet | ForEach-Object { @{ Name = $_.Name; Command = $_ } }
    $docs = "$PSScriptRoot/../../docs"
    $topics = @(Get-ChildItem "$docs/about" -Filter about_*.md | ForEach-Object { @{ Name = $_.BaseName; Page = $_.FullName } }) +
        @{ Name = 'about_LakeDefinitions'; Page = "$docs/definitions.md" } + @{ Name = 'about_LakeVault'; Page = "$docs/secret-vault.md" }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $common = 'Verbose', 'Debug', 'ErrorAction', 'WarningAction', 'InformationAction', 'ProgressAction', 'ErrorVariable', 'WarningVariable',
        'InformationVariable', 'OutVariable', 'OutBuffer', 'PipelineVariable'
}

Describe 'Get-Help <Name>' -ForEach $commands {
    BeforeAll {
        $help = Get-Help $Name
        $section = { param($title) ((Get-Content "$root/docs/$Name.md" -Raw) -split "(?m)^## $title\r?$")[1] -split '(?m)^## ' | Select-Object -First 1 }
    }

    It 'has the synopsis and the description of the page' {
        $help.Category | Should -Be 'Cmdlet'
        (& $section Synopsis).Trim() -replace '[`*\\]' | Should -Be ($help.Synopsis -replace '[`*\\]')
        $help.description.Text | Should -Not -BeNullOrEmpty
    }

    It 'has every parameter as the code has it, with what the page says of it' {
        $shown = @($help.parameters.parameter | Where-Object { $_ })
        $inCode = $Command.Parameters.Keys | Where-Object { $_ -notin $common }
        $shown.name | Sort-Object | Should -Be ($inCode | Sort-Object)
        foreach ($parameter in $shown) {
            $code = $Command.Parameters[$parameter.name]
            $sets = @($code.ParameterSets.Values)
            $parameter.description.Text | Should -Not -BeNullOrEmpty -Because $parameter.name
            $parameter.required | Should -Be "$(-not ($sets.IsMandatory -contains $false))" -Because $parameter.name
            $positions = @($sets.Position | Where-Object { $_ -ge 0 })
            $parameter.position | Should -Be $(if ($positions.Count) { "$($positions[0])" } else { 'named' }) -Because $parameter.name
            $parameter.pipelineInput -match 'ByValue' | Should -Be ($sets.ValueFromPipeline -contains $true) -Because $parameter.name
            $parameter.pipelineInput -match 'ByPropertyName' | Should -Be ($sets.ValueFromPipelineByPropertyName -contains $true) -Because $parameter.name
            $parameter.globbing | Should -Be "$([bool]($code.Attributes | Where-Object { $_.GetType().Name -eq 'SupportsWildcardsAttribute' }))"
            [bool] $parameter.parameterValue | Should -Be (-not $code.SwitchParameter) -Because $parameter.name
        }
    }

    It 'says of every parameter whether it takes wildcards' {
        foreach ($parameter in $help.parameters.parameter | Where-Object { $_ }) {
            $text = $parameter.description.Text -join ' '
            ($text -match 'wildcards|pattern' -and $text -notmatch '(no|without) wildcards') | Should -Be ($parameter.globbing -eq 'true') -Because $parameter.name
        }
    }

    It 'has the syntax of every parameter set' {
        @($help.syntax.syntaxItem).Count | Should -Be $Command.ParameterSets.Count
    }

    It 'has inputs, outputs, errors with their ids, and the examples' {
        $help.inputTypes.inputType.description.Text | Should -Not -BeNullOrEmpty
        $help.returnValues.returnValue.description.Text | Should -Not -BeNullOrEmpty
        $ids = [regex]::Matches((& $section Errors), 'LakeTools\.\w+').Value
        $noted = @($help.alertSet.alert.Text) -join "`n"
        foreach ($id in $ids) { $noted | Should -Match "$([regex]::Escape($id))\b" }
        @($help.examples.example).Count | Should -Be ([regex]::Matches((& $section Examples), '(?m)^### ').Count)
    }
}

Describe 'The views of help' {
    It 'shows <Text> with <Parameters>' -ForEach @(
        @{ Parameters = @{ Full = $true }; Text = 'Accept wildcard characters' }
        @{ Parameters = @{ Full = $true }; Text = 'LakeTools.UnknownPermission (InvalidArgument)' }
        @{ Parameters = @{ Detailed = $true }; Text = '-ExcludedColumnName' }
        @{ Parameters = @{ Examples = $true }; Text = 'Example 2: Grant all existing tables from the pipeline' }
        @{ Parameters = @{ Parameter = 'Principal' }; Text = 'role/name and user/name' }
    ) {
        Get-Help Grant-LakePermission @Parameters | Out-String | Should -Match ([regex]::Escape($Text))
    }
}

Describe 'Get-Help <Name>' -ForEach $topics {
    It 'shows the topic' {
        $text = Get-Help $Name | Out-String
        $text | Should -Match "(?m)^TOPIC\r?\n    $Name\r?\n"
        $text | Should -Match '(?m)^SHORT DESCRIPTION\r?$'
    }

    It 'names only commands and parameters that there are' {
        $text = Get-Content $Page -Raw
        $verbs = (Get-Verb).Verb -join '|'
        $named = [regex]::Matches($text, "\b(?:$verbs)-(?:Lake|Glue)[A-Za-z]+\b").Value | Sort-Object -Unique
        $named | Where-Object { -not (Get-Command $_ -Module LakeTools -ErrorAction Ignore) } | Should -BeNullOrEmpty
    }
}
