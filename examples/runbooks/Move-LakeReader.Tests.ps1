# How to test an operations script: run it on an embedded lake, which enforces what AWS enforces, and check what each role can read.
BeforeAll {
    $env:PSModulePath = (Resolve-Path "$PSScriptRoot/../../out").Path + [System.IO.Path]::PathSeparator + $env:PSModulePath
    Import-Module LakeTools
    $script = "$PSScriptRoot/Move-LakeReader.ps1"
}

AfterAll { Disconnect-Lake }

Describe 'Move-LakeReader' {
    BeforeEach {
        $lake = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
        Connect-Lake -Local $lake
        New-GlueDatabase sales | Out-Null
        New-GlueTable sales orders -Column 'id:int', 'region:string', 'price:double' | Out-Null
        Grant-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName orders -ColumnName id, region
        Grant-LakePermission -Principal role/analyst -Permission DESCRIBE -DatabaseName sales -GrantablePermission DESCRIBE
    }

    It 'gives the new role all permissions of the old role, and revokes them from the old role' {
        & $script role/analyst role/analyst-v2 | Out-Null
        Get-LakePermission role/analyst | Should -BeNullOrEmpty
        (Get-LakePermission role/analyst-v2 -DatabaseName sales).GrantablePermission | Should -Be @('DESCRIBE')
        Connect-Lake -Local $lake -As role/analyst-v2
        (Get-GlueTable sales orders).Column.Name | Should -Be @('id', 'region')
        Connect-Lake -Local $lake -As role/analyst
        Get-GlueTable sales * -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'changes nothing with -WhatIf' {
        & $script role/analyst role/analyst-v2 -WhatIf | Out-Null
        Get-LakePermission role/analyst | Should -HaveCount 2
        Get-LakePermission role/analyst-v2 | Should -BeNullOrEmpty
    }

    It 'fails if there is nothing to move' {
        { & $script role/nobody role/analyst } | Should -Throw '*has no permissions*'
    }
}
